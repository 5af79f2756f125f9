import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { AppError } from "../../errors";
import { unxz } from "./unxz";

const packed = (content: Uint8Array) => execFileSync("xz", ["--stdout"], { input: content });

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

async function unpacked(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of unxz(source, "image.qcow2")) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("a file that is packed by xz", () => {
  test("is what it was, in whichever pieces it comes", async () => {
    const content = fc.uint8Array({ maxLength: 5000, size: "max" });
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 500 }), async (bytes, size) => {
        expect(await unpacked(inPieces(packed(bytes), size))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 20 },
    );
  });

  test("may be larger than what a pipe holds", async () => {
    const content = Buffer.alloc(5 * 2 ** 20, "passdeck");
    expect((await unpacked(inPieces(packed(content), 7))).equals(content)).toBe(true);
  });

  test.each([
    ["cut off", (file: Buffer) => file.subarray(0, file.length - 8)],
    ["damaged", (file: Buffer) => Buffer.concat([file.subarray(0, 20), Buffer.alloc(4), file.subarray(24)])],
    ["another one", () => Buffer.alloc(2 ** 20, "QFI")],
    ["empty", () => Buffer.alloc(0)],
  ])("is refused where it is %s", async (_how, spoil) => {
    const file = spoil(packed(Buffer.alloc(10_000, "abc")));
    await expect(unpacked(inPieces(file, 1000))).rejects.toMatchObject({ code: "bad-input" });
  });

  test("fails as its source does", async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield packed(Buffer.alloc(1000)).subarray(0, 30);
      throw new AppError("host-unreachable", { userMessage: "The network was lost." });
    }
    await expect(unpacked(broken())).rejects.toThrow("The network was lost.");
  });

  test("can’t be unpacked without xz, which is said", async () => {
    vi.stubEnv("PATH", "/nonexistent");
    try {
      await expect(unpacked(inPieces(Buffer.alloc(1), 1))).rejects.toThrow(/xz is not installed/);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
