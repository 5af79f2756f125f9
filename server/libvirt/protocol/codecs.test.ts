import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MadeUpMessage, makeUpMessage, messageTypes } from "../testing/made-up-message";
import { XdrError } from "../wire/xdr-error";
import { XdrReader } from "../wire/xdr-reader";

const message = fc
  .tuple(fc.nat(messageTypes.length - 1), fc.integer())
  .map(([index, seed]) => makeUpMessage(index, seed));

function read({ read }: MadeUpMessage, bytes: Buffer): unknown {
  const reader = new XdrReader(bytes, 0, bytes.length);
  const value = read(reader);
  reader.end();
  return value;
}

/** What reading made of the bytes. Anything thrown but an XdrError is the test's failure. */
function outcome(message: MadeUpMessage, bytes: Buffer): "read" | "refused" {
  try {
    read(message, bytes);
    return "read";
  } catch (error) {
    if (error instanceof XdrError) return "refused";
    throw error;
  }
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What stays when everything is collected: a buffer's memory goes only once the event loop has come round. */
async function memoryInUse(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    collectGarbage();
    await nextTurn();
    const { heapUsed, external } = process.memoryUsage();
    least = Math.min(least, heapUsed + external);
  }
  return least;
}

describe("the generated codecs", () => {
  test("know every message of libvirt's protocol by its number", () => {
    expect(messageTypes.length).toBeGreaterThanOrEqual(450);
  });

  test.each(messageTypes.map(({ name }, index) => [name, index] as const))(
    "read %s back as it was",
    (_, index) => {
      for (let seed = 0; seed < 20; seed += 1) {
        const made = makeUpMessage(index, seed * 1000);
        expect(read(made, made.bytes)).toStrictEqual(made.value);
      }
    },
  );

  test("answer 120,000 cut, overlong and corrupted messages with a typed error or a value, in level memory", async () => {
    const counts = { cut: 0, overlong: 0, corrupted: 0 };
    const property = fc.property(
      message,
      fc.nat(),
      fc.uint8Array({ minLength: 4, maxLength: 8 }),
      (made, place, noise) => {
        const { bytes } = made;
        if (bytes.length > 0) {
          // However much of it is missing, it must not pass for a whole one.
          const cut = bytes.subarray(0, place % bytes.length);
          if (outcome(made, cut) !== "refused") return false;
          counts.cut += 1;
          const corrupted = Buffer.from(bytes);
          corrupted.set(noise.subarray(0, 4), (place % (bytes.length / 4)) * 4);
          outcome(made, corrupted);
          counts.corrupted += 1;
        }
        counts.overlong += 1;
        return outcome(made, Buffer.concat([bytes, noise])) === "refused";
      },
    );
    fc.assert(property, { numRuns: 5_000 });
    const before = await memoryInUse();
    fc.assert(property, { numRuns: 60_000 });
    expect((await memoryInUse()) - before).toBeLessThan(8 * 1024 * 1024);
    expect(counts.cut + counts.overlong + counts.corrupted).toBeGreaterThan(120_000);
  });
});
