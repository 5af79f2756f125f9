import { describe, expect, test } from "vitest";
import { maximumFrameLength } from "./frame";
import { FrameWriter } from "./frame-writer";
import { XdrError } from "./xdr-error";

const header = { program: 1, procedure: 2, type: 0, serial: 3, status: 0 };

describe("FrameWriter", () => {
  test("writes libvirt's header", () => {
    const writer = new FrameWriter();
    writer.add(header, (xdr) => xdr.int(-1));
    const words = [32, 1, 1, 2, 0, 3, 0, 0xffff_ffff];
    expect(writer.take()).toEqual(Buffer.concat(words.map(word)));
    expect(writer.take()).toBeNull();
  });

  test("adds nothing of a frame that cannot be written, and keeps those before", () => {
    const writer = new FrameWriter();
    writer.add(header, () => undefined);
    const failures = [
      () => writer.add(header, (xdr) => xdr.string("four", 3)),
      () => writer.add(header, (xdr) => xdr.unsignedInt(-1)),
      () => writer.add(header, (xdr) => xdr.hyper(1n << 64n)),
      () => writer.add(header, (xdr) => xdr.fixedOpaque(new Uint8Array(3), 16)),
      () => writer.add(header, (xdr) => xdr.string("cut\0off", 100)),
      () => writer.addHeader(header, maximumFrameLength),
    ];
    for (const fail of failures) expect(fail).toThrow(XdrError);
    expect(writer.take()).toHaveLength(28);
  });

  test("gives its memory back after a large message", () => {
    const writer = new FrameWriter();
    writer.add(header, (xdr) => xdr.opaque(new Uint8Array(4 << 20), 8 << 20));
    expect(writer.take()).toHaveLength(28 + 4 + (4 << 20));
    writer.add(header, (xdr) => xdr.string("after", 5));
    expect(writer.take()).toHaveLength(28 + 4 + 8);
  });
});

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
