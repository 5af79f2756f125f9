import { once } from "node:events";
import type { Readable } from "node:stream";

/** The next `length` bytes of a stream that nobody else reads; rejects where it ends or fails before. */
export async function readExactly(stream: Readable, length: number): Promise<Buffer> {
  for (;;) {
    if (length === 0) return Buffer.alloc(0);
    const bytes: unknown = stream.read(length);
    if (Buffer.isBuffer(bytes) && bytes.length === length) return bytes;
    // At its end a stream hands out what is left, however little.
    if (bytes !== null || stream.readableEnded || stream.destroyed)
      throw new Error("the connection ended early");
    await oneOf(stream, ["readable", "end", "close"]);
  }
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
