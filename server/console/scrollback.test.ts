import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Scrollback } from "./scrollback";

describe("Scrollback", () => {
  test("is empty at first", () => {
    const scrollback = new Scrollback(8);
    expect(scrollback.read(0, 10)).toEqual({ skipped: 0, offset: 0, bytes: Buffer.alloc(0) });
  });

  test("says how much is gone", () => {
    const scrollback = new Scrollback(4);
    scrollback.append(Buffer.from("abcdef"));
    expect(scrollback.read(0, 3)).toEqual({ skipped: 2, offset: 2, bytes: Buffer.from("cde") });
    expect(scrollback.read(6, 3)).toEqual({ skipped: 0, offset: 6, bytes: Buffer.alloc(0) });
  });

  test("gives copies, which stay when the ring goes on", () => {
    const scrollback = new Scrollback(4);
    scrollback.append(Buffer.from("abcd"));
    const { bytes } = scrollback.read(0, 4);
    scrollback.append(Buffer.from("wxyz"));
    expect(bytes.toString()).toBe("abcd");
  });

  test("keeps the last bytes of any sequence of chunks, and reads any part of them", () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        chunks,
        fc.nat(1_000),
        fc.nat(80),
        (capacity, parts, from, most) => {
          const scrollback = new Scrollback(capacity);
          for (const part of parts) scrollback.append(part);
          const all = Buffer.concat(parts);
          const start = Math.max(0, all.length - capacity);
          expect([scrollback.start, scrollback.end]).toEqual([start, all.length]);
          const asked = Math.min(from, all.length);
          const piece = scrollback.read(asked, most);
          expect(piece.offset).toBe(Math.max(asked, start));
          expect(piece.skipped).toBe(piece.offset - asked);
          expect(piece.bytes).toEqual(all.subarray(piece.offset, piece.offset + most));
        },
      ),
      { numRuns: 500 },
    );
  });
});
