import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readExactly } from "./read-exactly";

describe("reading so many bytes and no more", () => {
  test("gives them however the stream is cut, and leaves the rest to who reads next", async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), sizes, sizes, async (bytes, cuts, reads) => {
        const stream = new PassThrough();
        const writing = (async () => {
          let at = 0;
          for (const cut of [...cuts, bytes.length]) {
            stream.write(bytes.subarray(at, at + cut));
            at += cut;
            // The reader waits with less than it needs.
            await new Promise(setImmediate);
          }
          stream.end();
        })();
        const read: Buffer[] = [];
        let taken = 0;
        for (const length of reads) {
          if (taken + length > bytes.length) break;
          read.push(await readExactly(stream, length));
          taken += length;
        }
        await writing;
        for await (const rest of stream) read.push(rest as Buffer);
        expect(Buffer.concat(read)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test("rejects where the stream ends before", async () => {
    const stream = new PassThrough();
    stream.end("RFB");
    await expect(readExactly(stream, 12)).rejects.toThrow("ended early");
    await expect(readExactly(stream, 1)).rejects.toThrow("ended early");
  });
});
