import type { Readable } from "node:stream";

const lineFeed = 10;

/** Far more than what a shell says on one line. */
const longestLine = 1024 * 1024;

/** What was said is no answer: whoever speaks there is not our reader. */
export class NoAnswer extends Error {}

/** Takes a stream apart, by lines and by lengths. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** What stands before the next line feed. @throws Error where there is none, NoAnswer where it does not come. */
  async line(): Promise<string> {
    for (let end = this.#rest.indexOf(lineFeed); ; end = this.#rest.indexOf(lineFeed)) {
      if (end >= 0) return this.#take(end + 1).toString("utf8", 0, end);
      if (this.#rest.length > longestLine) throw new NoAnswer("a line of what was said there did not end");
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

  /** What stands before this character, which is left for the next. @throws Error where it does not come. */
  async upTo(character: string): Promise<Buffer> {
    const parts = [this.#rest];
    while (parts.at(-1)?.includes(character) !== true) parts.push(await this.#next());
    this.#rest = Buffer.concat(parts);
    return this.#take(this.#rest.indexOf(character));
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
