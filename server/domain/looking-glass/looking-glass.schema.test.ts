import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookingGlassSchema } from "./looking-glass.schema";
import { mebibytesFor } from "./shared-memory.schema";

describe("the shared memory", () => {
  // The table of Looking Glass's own documentation.
  test.each([
    [1920, 1080, 32, 64],
    [1920, 1200, 32, 64],
    [2560, 1440, 64, 128],
    [3840, 2160, 128, 256],
  ])("of %i × %i is %i MiB, and %i with HDR", (width, height, plain, hdr) => {
    expect(mebibytesFor({ width, height, hdr: false })).toBe(plain);
    expect(mebibytesFor({ width, height, hdr: true })).toBe(hdr);
  });

  test("always holds two frames and 10 MiB, and half of it would not", () => {
    const side = fc.integer({ min: 640, max: 7680 });
    fc.assert(
      fc.property(side, side, fc.boolean(), (width, height, hdr) => {
        const mebibytes = mebibytesFor({ width, height, hdr });
        const needed = (width * height * (hdr ? 8 : 4) * 2) / 2 ** 20 + 10;
        expect(mebibytes).toBeGreaterThanOrEqual(needed);
        expect(mebibytes / 2).toBeLessThan(needed);
        const chosen = { mebibytes, memory: "shm", video: "none", spice: true };
        expect(lookingGlassSchema.safeParse(chosen).success).toBe(true);
      }),
    );
  });
});
