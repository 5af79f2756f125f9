import { Readable } from "node:stream";
import * as z from "zod";
import type { JobSpec } from "../../../job/jobs";
import type { StorageRoom } from "../../storage/storage-room";
import { uploadKindName } from "../../storage/upload-kind";

const inputSchema = z.object({ uploadId: z.string(), sizeBytes: z.number() });

/** Sends the file that a job waits for, in two parts, as a browser does; of any other job it does nothing. */
export function sendUpload(
  { uploads }: Pick<StorageRoom, "uploads">,
  spec: Pick<JobSpec, "kind" | "input">,
): void {
  if (spec.kind !== uploadKindName) return;
  const { uploadId, sizeBytes } = inputSchema.parse(spec.input);
  const half = Math.floor(sizeBytes / 2);
  const part = (bytes: number) => Readable.from([Buffer.alloc(bytes, "passdeck")], { objectMode: false });
  void uploads.awaitOpened(uploadId).opened.then(async (upload) => {
    await uploads.receive(upload, 0, part(half));
    await uploads.receive(upload, half, part(sizeBytes - half));
  });
}
