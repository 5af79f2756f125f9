import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ClientInput } from "./client-input";
import { MalformedInput } from "./malformed-input";

const seat = (mayType: boolean) => ({ mayType, typed: () => undefined });
const [typing, watching] = [seat(true), seat(false)];

/** A message: its first bytes, and zeros up to its length. */
const message = (length: number, ...head: number[]) => {
  const bytes = Buffer.alloc(length);
  bytes.set(head);
  return bytes;
};
const encodings = (...numbers: number[]) => {
  const bytes = message(4 + 4 * numbers.length, 2, 0, 0, numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeInt32BE(number, 4 + 4 * index);
  return bytes;
};
const text = (length: number) => {
  const bytes = Buffer.alloc(8 + Math.abs(length), "t");
  bytes.set([6, 0, 0, 0]);
  bytes.writeInt32BE(length, 4);
  return bytes;
};

const harmless = fc.oneof(
  fc.constant(message(20, 0)),
  fc.array(fc.integer({ min: -300, max: 50 }), { maxLength: 40 }).map((numbers) => encodings(...numbers)),
  fc.constant(message(10, 3, 1)),
  fc.constant(message(10, 150, 1)),
  fc.integer({ min: 0, max: 64 }).map((length) => message(9 + length, 248, 0, 0, 0, 0, 0, 0, 0, length)),
);
const changing = fc.oneof(
  fc.constant(message(8, 4, 1)),
  fc.constant(message(6, 5, 1)),
  fc.integer({ min: -3_000, max: 3_000 }).map(text),
  fc.constant(message(4, 250, 0, 1, 4)),
  fc.integer({ min: 0, max: 5 }).map((screens) => message(8 + 16 * screens, 251, 0, 0, 0, 0, 0, screens)),
  fc.constant(message(12, 255, 0, 0, 1)),
  fc.constant(message(4, 255, 1, 0, 1)),
  fc.constant(message(10, 255, 1, 0, 2)),
);

/** Pushes all of `bytes` in pieces of the given sizes, the last piece taking the rest. */
function pushed(input: ClientInput, bytes: Buffer, sizes: readonly number[]): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    kept.push(...input.push(Buffer.from(bytes.subarray(at, at + size))));
    at += size;
  }
  return Buffer.concat(kept);
}
const sizes = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 });

describe("a viewer's input", () => {
  test("passes whole where the viewer may type, however it is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(harmless, changing), { maxLength: 12 }), sizes, (messages, cuts) => {
        const all = Buffer.concat(messages);
        expect(pushed(new ClientInput(typing), all, cuts)).toEqual(all);
      }),
    );
  });

  test("loses all that changes the guest where the viewer only reads, and nothing else", () => {
    const either = fc.oneof(
      harmless.map((bytes) => ({ bytes, stays: true })),
      changing.map((bytes) => ({ bytes, stays: false })),
    );
    fc.assert(
      fc.property(fc.array(either, { maxLength: 12 }), sizes, (messages, cuts) => {
        const all = Buffer.concat(messages.map(({ bytes }) => bytes));
        const rest = Buffer.concat(messages.flatMap(({ bytes, stays }) => (stays ? [bytes] : [])));
        expect(pushed(new ClientInput(watching), all, cuts)).toEqual(rest);
      }),
    );
  });

  test("never lets a key through for a viewer who only reads, whatever bytes come", () => {
    // What comes out has to be harmless messages, whole or cut off at the end.
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), sizes, (bytes, cuts) => {
        try {
          const kept = pushed(new ClientInput(watching), Buffer.from(bytes), cuts);
          expect(pushed(new ClientInput(watching), kept, [])).toEqual(kept);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedInput);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("gives the same for random bytes however they are cut", () => {
    const outcome = (bytes: Buffer, cuts: readonly number[]) => {
      try {
        return pushed(new ClientInput(watching), bytes, cuts).toString("hex");
      } catch (error) {
        return error instanceof MalformedInput ? "malformed" : error;
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), sizes, (bytes, cuts) => {
        expect(outcome(Buffer.from(bytes), cuts)).toEqual(outcome(Buffer.from(bytes), []));
      }),
    );
  });

  test.each([
    ["an unknown type", Buffer.of(1)],
    ["more encodings than there are", Buffer.of(2, 0, 0xff, 0xff)],
    ["a clipboard of 2 GiB", Buffer.of(6, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff)],
    ["an extended clipboard of 2 GiB", Buffer.of(6, 0, 0, 0, 0x80, 0, 0, 0)],
    ["a fence that is too long", message(9, 248, 0, 0, 0, 0, 0, 0, 0, 65)],
    ["an unknown message of QEMU's", Buffer.of(255, 2, 0, 0)],
    ["an unknown word on sound", Buffer.of(255, 1, 0, 3)],
  ])("is malformed with %s", (_, bytes) => {
    expect(() => new ClientInput(typing).push(bytes)).toThrow(MalformedInput);
  });

  test("never agrees to longer pointer messages", () => {
    const [kept] = new ClientInput(typing).push(encodings(7, -316, -258));
    expect(kept).toEqual(encodings(7, 0, -258));
  });

  test("loses what is typed from the moment on when the viewer may not, whatever was cut there", () => {
    fc.assert(
      fc.property(
        fc.array(changing, { minLength: 1, maxLength: 6 }),
        fc.array(fc.oneof(harmless, changing), { maxLength: 6 }),
        sizes,
        (before, after, cuts) => {
          const turning = { mayType: true, typed: () => undefined };
          const input = new ClientInput(turning);
          const first = pushed(input, Buffer.concat(before), cuts);
          turning.mayType = false;
          input.release();
          const second = pushed(input, Buffer.concat(after), cuts);
          expect(first).toEqual(Buffer.concat(before));
          expect(second).toEqual(pushed(new ClientInput(watching), Buffer.concat(after), []));
        },
      ),
      { seed: 38 },
    );
  });

  test("lets go of what is held down, between two messages and never within one", () => {
    const turning = { mayType: true, typed: () => undefined };
    const input = new ClientInput(turning);
    const [shift, a] = [message(8, 4, 1, 0, 0, 0, 0, 0xff, 0xe1), message(12, 255, 0, 0, 1, 0, 0, 0, 0x61)];
    const drag = message(6, 5, 1, 0, 9, 0, 9);
    const fence = message(19, 248, 0, 0, 0, 0, 0, 0, 0, 10);
    input.push(Buffer.concat([shift, a, drag, fence.subarray(0, 12)]));
    turning.mayType = false;
    expect(input.release()).toEqual([]);
    const rest = Buffer.concat(input.push(Buffer.concat([fence.subarray(12), a])));
    expect(rest).toEqual(
      Buffer.concat([
        fence.subarray(12),
        message(8, 4, 0, 0, 0, 0, 0, 0xff, 0xe1),
        message(12, 255, 0, 0, 0, 0, 0, 0, 0x61),
        message(6, 5, 0, 0, 9, 0, 9),
      ]),
    );
    expect(input.release()).toEqual([]);
  });

  test("has nothing to let go of that was let go of already, and forgets what no hand could hold", () => {
    const input = new ClientInput(typing);
    input.push(Buffer.concat([message(8, 4, 1), message(8, 4, 0), message(6, 5, 1), message(6, 5, 0)]));
    expect(input.release()).toEqual([]);
    for (let keysym = 0; keysym < 1_000; keysym++) {
      const down = message(8, 4, 1);
      down.writeUInt32BE(keysym, 4);
      input.push(down);
    }
    expect(input.release()).toHaveLength(256);
  });
});
