import fc from "fast-check";
import { expect, test } from "vitest";
import { missingTo, writeCpio } from "./cpio";

/** The members of an archive, as the kernel reads them (init/initramfs.c). */
function membersOf(archive: Buffer): Map<string, Buffer> {
  const members = new Map<string, Buffer>();
  let at = 0;
  for (;;) {
    expect(archive.toString("latin1", at, at + 6)).toBe("070701");
    expect(at % 4).toBe(0);
    const field = (index: number) =>
      Number.parseInt(archive.toString("latin1", at + 6 + index * 8, at + 14 + index * 8), 16);
    const [bytes, nameBytes] = [field(6), field(11)];
    const name = archive.toString("latin1", at + 110, at + 110 + nameBytes - 1);
    if (name === "TRAILER!!!") return members;
    expect(field(1)).toBe(0o100600);
    const content = at + 110 + nameBytes + missingTo(110 + nameBytes);
    members.set(name, archive.subarray(content, content + bytes));
    at = content + bytes + missingTo(bytes);
  }
}

test("what is put into an archive is found in it", () => {
  const name = fc.stringMatching(/^[a-z][a-z._-]{0,40}$/);
  const file = fc.record({ name, content: fc.uint8Array({ maxLength: 300 }) });
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: (one) => one.name, maxLength: 4 }), (files) => {
      const found = membersOf(Buffer.from(writeCpio(files)));
      expect([...found]).toEqual(files.map((one) => [one.name, Buffer.from(one.content)]));
    }),
  );
});
