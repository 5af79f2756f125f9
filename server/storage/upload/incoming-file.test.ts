import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { IncomingFile } from "./incoming-file";

const sumOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("the checksum is that of the whole, whatever it comes in and is sent again", () => {
  const parts = fc.array(fc.record({ bytes: fc.uint8Array({ maxLength: 64 }), lost: fc.boolean() }));
  fc.assert(
    fc.property(parts, (sent) => {
      const file = new IncomingFile("x", 1e9, { expected: null });
      for (const { bytes, lost } of sent) {
        const goBack = file.mark();
        file.take(Buffer.from(bytes));
        if (!lost) continue;
        goBack();
        file.take(Buffer.from(bytes));
      }
      const whole = Buffer.concat(sent.map(({ bytes }) => bytes));
      expect([file.received, file.checksum()]).toEqual([whole.length, sumOf(whole)]);
    }),
  );
});

test("goes back as often as a part is lost", () => {
  const file = new IncomingFile("x", 3, { expected: sumOf(Buffer.from("abc")) });
  file.take(Buffer.from("a"));
  const goBack = file.mark();
  for (const wrong of ["xx", "yy"]) {
    file.take(Buffer.from(wrong));
    expect(file.complete).toBe(true);
    goBack();
  }
  file.take(Buffer.from("bc"));
  expect(() => file.refuseOther()).not.toThrow();
});

test("more than was announced is refused", () => {
  const file = new IncomingFile("big.img", 3, null);
  expect(() => file.take(Buffer.from("abcd"))).toThrow(
    "big.img was not kept: it has more than the announced 3 bytes",
  );
});

test("a backing file is seen though its header comes byte by byte", () => {
  const header = Buffer.alloc(104);
  header.write("QFI\xfb", "latin1");
  header.writeUInt32BE(3, 4);
  header.writeBigUInt64BE(568n, 8);
  const file = new IncomingFile("trick.qcow2", 1000, null);
  expect(() => {
    for (const byte of header) file.take(Buffer.of(byte));
  }).toThrow("qemu-img convert");
});

test("a checksum that nobody asked for is not counted", () => {
  const file = new IncomingFile("x", 1, null);
  file.take(Buffer.from("a"));
  file.refuseOther();
  expect([file.complete, file.counted]).toEqual([true, false]);
});
