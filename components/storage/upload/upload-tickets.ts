import * as z from "zod";
import { type UploadTicket, uploadTicketSchema } from "@/server/storage/upload.schema";
import type { UploadRequest } from "./upload-transport";

const prefix = "passdeck.upload:";

/** The same file to the same place, in this browser. */
function keyOf({ hostId, pool, name, file, checksum }: UploadRequest): string {
  return prefix + JSON.stringify([hostId, pool, name, file.name, file.size, file.lastModified, checksum]);
}

const keptSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("no JSON");
    return z.NEVER;
  }
});

/** What this browser remembers of uploads that were cut off by a reload, so that choosing the file again goes on. */
export class UploadTickets {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  keep(request: UploadRequest, ticket: UploadTicket): void {
    try {
      this.#storage.setItem(keyOf(request), JSON.stringify(ticket));
    } catch {
      // Storage that is full or switched off costs no more than starting again after a reload.
    }
  }

  /** The upload that was begun for such a request, where it can't have expired; null where there is none. */
  find(request: UploadRequest, now: number): UploadTicket | null {
    const ticket = keptSchema.pipe(uploadTicketSchema).safeParse(this.#storage.getItem(keyOf(request)));
    return ticket.success && ticket.data.expiresAt > now ? ticket.data : null;
  }

  forget(request: UploadRequest): void {
    this.#storage.removeItem(keyOf(request));
  }
}
