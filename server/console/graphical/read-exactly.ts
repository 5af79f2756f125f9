import { once } from "node:events";
import type { Readable } from "node:stream";

/** The next `length` bytes of a stream that nobody else reads; rejects where it ends or fails before. */
export async function readExactly(stream: Readable, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let there = 0;
  while (there < length) {
    // All that there is, and not `length` bytes: a stream that holds too few would call itself readable for ever.
    const piece: unknown = stream.read();
    if (Buffer.isBuffer(piece)) {
      pieces.push(piece);
      there += piece.length;
    } else if (stream.readableEnded || stream.destroyed) throw new Error("the connection ended early");
    else await oneOf(stream, ["readable", "end", "close"]);
  }
  const bytes = Buffer.concat(pieces);
  if (there > length) stream.unshift(bytes.subarray(length));
  return bytes.subarray(0, length);
}

/** Waits for the first of several events; rejects at an error. No listener stays behind. */
async function oneOf(stream: Readable, events: readonly string[]): Promise<void> {
  const done = new AbortController();
  try {
    await Promise.race(events.map((event) => once(stream, event, { signal: done.signal })));
  } finally {
    done.abort();
  }
}
