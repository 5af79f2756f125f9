import fc from "fast-check";
import { expect, test } from "vitest";
import { FrameCutter } from "./frame-cutter";

/** A frame whose bytes tell it from others. */
function frame(size: number, mark: number): Buffer {
  const bytes = Buffer.alloc(size, mark);
  bytes.writeUInt32BE(size, 0);
  return bytes;
}

test("frames that come together go apart", () => {
  const frames = [frame(28, 1), frame(28, 2), frame(400, 3)];
  expect(new FrameCutter().cut(Buffer.concat(frames))).toEqual(frames);
});

test("no piece has bytes of two frames, however they are cut, and none is lost", () => {
  const sizes = fc.array(fc.integer({ min: 4, max: 60 }), { minLength: 1, maxLength: 8 });
  const cuts = fc.array(fc.nat({ max: 30 }), { maxLength: 30 });
  fc.assert(
    fc.property(sizes, cuts, (frameSizes, chunkSizes) => {
      const bytes = Buffer.concat(frameSizes.map(frame));
      const ends = new Set(frameSizes.map((_size, index) => sum(frameSizes.slice(0, index + 1))));
      const cutter = new FrameCutter();
      const pieces: Buffer[] = [];
      let from = 0;
      for (const size of [...chunkSizes, bytes.length]) {
        pieces.push(...cutter.cut(bytes.subarray(from, from + size)));
        from += size;
      }
      expect(Buffer.concat(pieces)).toEqual(bytes);
      let [start, at] = [0, 0];
      for (const piece of pieces) {
        start = at;
        at += piece.length;
        for (const end of ends) expect(start < end && end < at).toBe(false);
      }
    }),
  );
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
