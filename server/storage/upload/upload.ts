import type { Readable } from "node:stream";
import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import type { IncomingFile } from "./incoming-file";
import { VolumeWriter } from "./volume-writer";

export interface UploadParts {
  id: string;
  hostId: string;
  pool: string;
  /** The volume's name; it is there already, and empty. */
  volume: string;
  file: IncomingFile;
  /** A connection of its own for each part. */
  connect(): Promise<Connection>;
}

/** One file that comes in parts into a volume. What it says it has, libvirt has written. */
export class Upload {
  /** Of the last part's beginning or end, milliseconds since 1970. */
  touchedAt = Date.now();
  #offset = 0;
  #accepted = false;
  #part: { body: Readable; done: Promise<void> } | null = null;

  constructor(readonly parts: UploadParts) {}

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
    const expected = await this.settle();
    if (this.#part !== null || offset !== expected) {
      throw new AppError("conflict", {
        userMessage: `${this.parts.volume}: this part begins at byte ${offset}, and byte ${expected} is the next one.`,
      });
    }
    const done = this.#write(body).finally(() => {
      this.#part = null;
      this.touchedAt = Date.now();
    });
    this.#part = { body, done };
    this.touchedAt = Date.now();
    await done;
  }

  async #write(body: Readable): Promise<void> {
    const { file, connect, pool, volume } = this.parts;
    const goBack = file.mark();
    const connection = await connect();
    try {
      const place = { pool, volume, offset: this.#offset, length: file.sizeBytes - this.#offset };
      const writer = await VolumeWriter.open(connection, place);
      for await (const piece of untilCut(body)) {
        file.take(piece);
        await writer.write(piece);
      }
      await writer.finish();
      this.#offset = file.received;
    } catch (error) {
      goBack();
      throw error;
    } finally {
      // It takes an unfinished stream with it.
      await connection.close();
    }
    if (!file.complete) return;
    file.refuseOther();
    this.#accepted = true;
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
