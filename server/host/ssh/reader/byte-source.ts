import type { Readable } from "node:stream";

const lineFeed = 10;

/** Far more than a path has, or what a shell says on one line. */
const longestLine = 64 * 1024;

/** Takes a stream apart, by lines and by lengths. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** What stands before the next line feed. @throws Error where there is none. */
  async line(): Promise<string> {
    for (let end = this.#rest.indexOf(lineFeed); ; end = this.#rest.indexOf(lineFeed)) {
      if (end >= 0) return this.#take(end + 1).toString("utf8", 0, end);
      if (this.#rest.length > longestLine) throw new Error("a line did not end");
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
    }
  }

  /** @throws Error where the stream has not so many any more. */
  async bytes(length: number): Promise<Buffer> {
    const parts = [this.#rest];
    for (let size = this.#rest.length; size < length; ) {
      const chunk = await this.#next();
      parts.push(chunk);
      size += chunk.length;
    }
    if (parts.length > 1) this.#rest = Buffer.concat(parts);
    return this.#take(length);
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#chunks.next();
    if (done === true) throw new Error("it ended");
    return value;
  }
}
