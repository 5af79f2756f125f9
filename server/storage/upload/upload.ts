import type { Readable } from "node:stream";
import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import type { IncomingFile } from "./incoming-file";
import { VolumeWriter } from "./volume-writer";

export interface UploadParts {
  id: string;
  /** The id of the user who began it: to others it is not there. */
  owner: string;
  hostId: string;
  pool: string;
  /** The volume's name; it is there already, and empty. */
  volume: string;
  file: IncomingFile;
  /** Does work with a connection of its own; whatever libvirt answers becomes an AppError. */
  run(work: (connection: Connection) => Promise<void>): Promise<void>;
  /** Is told how many bytes were taken in, as they come. */
  progress?(bytes: number): void;
  /** Is told once that all of it is there, or why it never will be. */
  ended?(problem: AppError | null): void;
}

/** One file that comes in parts into a volume. What it says it has, libvirt has written. */
export class Upload {
  /** Of the last part's beginning or end, milliseconds since 1970. */
  touchedAt = Date.now();
  #offset = 0;
  #accepted = false;
  #part: { body: Readable; done: Promise<void> } | null = null;

  constructor(readonly parts: UploadParts) {}

  /** How many bytes are there for good. */
  get offset(): number {
    return this.#offset;
  }

  /** All of it is there, and it is the file that was meant. */
  get accepted(): boolean {
    return this.#accepted;
  }

  /** Cuts off a part that is on its way, whose sender may be long gone; resolves to how many bytes are there for good. */
  async settle(): Promise<number> {
    const part = this.#part;
    part?.body.destroy();
    await part?.done.catch(() => undefined);
    return this.#offset;
  }

  /**
   * Takes the part that begins at `offset`, as far as it comes; one that is on its way is cut off first. Rejects with an
   * AppError: "conflict" where the file goes on elsewhere, "bad-input" where it is not to be kept, or what libvirt says
   * against it, after which the upload is where it was before the part.
   */
  async receive(offset: number, body: Readable): Promise<void> {
    // In hand at once: whoever comes next finds it, and cuts it off.
    const part = { body, done: this.#after(this.settle(), offset, body) };
    this.#part = part;
    try {
      await part.done;
    } finally {
      if (this.#part === part) this.#part = null;
    }
  }

  async #after(settled: Promise<number>, offset: number, body: Readable): Promise<void> {
    const expected = await settled;
    if (offset !== expected) {
      throw new AppError("conflict", {
        userMessage: `${this.parts.volume}: this part begins at byte ${offset}, and byte ${expected} is the next one.`,
      });
    }
    this.touchedAt = Date.now();
    await this.#write(body);
    this.touchedAt = Date.now();
  }

  async #write(body: Readable): Promise<void> {
    const { file, run } = this.parts;
    const goBack = file.mark();
    try {
      // Where it fails, the connection's end takes the unfinished stream with it.
      await run((connection) => this.#pour(body, connection));
    } catch (error) {
      goBack();
      throw error;
    }
    this.#offset = file.received;
    if (!file.complete) return;
    file.refuseOther();
    this.#accepted = true;
  }

  async #pour(body: Readable, connection: Connection): Promise<void> {
    const { file, pool, volume } = this.parts;
    const place = { pool, volume, offset: this.#offset, length: file.sizeBytes - this.#offset };
    const writer = await VolumeWriter.open(connection, place);
    for await (const piece of untilCut(body)) {
      file.take(piece);
      await writer.write(piece);
      this.parts.progress?.(file.received);
    }
    await writer.finish();
  }
}

/** The pieces of a request's body; one that is cut off ends there, since what came of it counts. */
async function* untilCut(body: Readable): AsyncGenerator<Buffer> {
  try {
    // Not destroyed when its reader has had enough: the sender still wants an answer.
    yield* body.iterator({ destroyOnReturn: false });
  } catch {
    return;
  }
}
