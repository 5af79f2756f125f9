import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** A card's ROM has 16 MiB at most (PCI's largest expansion ROM), here in base64; all else is far smaller. */
const mostCharacters = 24 * 2 ** 20;

/**
 * The lines of a stream, each when it is whole; what stands behind the last line feed is none.
 * @throws RangeError at a line that is longer than any order or answer.
 */
export async function* inputLines(input: Readable, most = mostCharacters): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    const [first = "", ...rest] = decoder.write(chunk).split("\n");
    for (const part of [first, ...rest].entries()) {
      const [index, piece] = part;
      if (index > 0) {
        yield pieces.join("");
        [pieces, length] = [[], 0];
      }
      pieces.push(piece);
      length += piece.length;
      if (length > most) throw new RangeError(`A line is longer than ${most} characters.`);
    }
  }
}
