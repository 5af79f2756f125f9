import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import type { Hole } from "../../libvirt/wire/stream-hole";
import { paced } from "./paced";

const pieces: (Buffer | Hole)[] = [Buffer.alloc(4000), { hole: 2 ** 40 }, Buffer.alloc(1000)];

async function through(limit: number | null, signal = new AbortController().signal) {
  const came: (Buffer | Hole)[] = [];
  const counts: number[] = [];
  const pace = paced(limit, (bytes) => counts.push(bytes), signal);
  const began = performance.now();
  await pipeline(Readable.from(pieces), pace, async (source: AsyncIterable<Buffer | Hole>) => {
    for await (const piece of source) came.push(piece);
  });
  return { came, counts, ms: performance.now() - began };
}

test("all goes through as it is, and is counted with its holes", async () => {
  const { came, counts } = await through(null);
  expect(came).toEqual(pieces);
  expect(counts).toEqual([4000, 2 ** 40 + 4000, 2 ** 40 + 5000]);
});

test("no more bytes a second than the limit, of which a hole takes none", async () => {
  expect((await through(50_000)).ms).toBeGreaterThan(95);
});

test("a wait is given up", async () => {
  const ended = new AbortController();
  const stuck = through(1, ended.signal);
  ended.abort();
  await expect(stuck).rejects.toThrow("aborted");
});
