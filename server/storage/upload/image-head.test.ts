import { expect, test } from "vitest";
import { foreignFileOf } from "./image-head";

/** A header of `length` bytes with numbers at places. */
function head(magic: string, length: number, write: (bytes: Buffer) => void = () => undefined): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.write(magic, "latin1");
  write(bytes);
  return bytes;
}

const qcow = (version: number, write: (bytes: Buffer) => void = () => undefined) =>
  head("QFI\xfb", 104, (bytes) => {
    bytes.writeUInt32BE(version, 4);
    write(bytes);
  });
const descriptor = '# Disk DescriptorFile\nversion=1\nRW 2048 FLAT "/etc/shadow" 0\n';

test.each<[string, Buffer]>([
  ["qcow2 with a backing file", qcow(3, (bytes) => bytes.writeBigUInt64BE(568n, 8))],
  ["qcow2 of the first version with one", qcow(2, (bytes) => bytes.writeBigUInt64BE(72n, 8))],
  ["qcow with one", qcow(1, (bytes) => bytes.writeBigUInt64BE(48n, 8))],
  ["qcow2 with an external data file", qcow(3, (bytes) => bytes.writeUInt32BE(4, 76))],
  ["QED with a backing file", head("QED\0", 64, (bytes) => bytes.writeUInt32LE(1, 16))],
  ["VMDK descriptor", Buffer.from(descriptor)],
  [
    "sparse VMDK with a parent",
    head("KDMV", 2048, (bytes) => bytes.write('parentFileNameHint="/etc/x"', 512)),
  ],
  ["differencing VHD", head("conectix", 512, (bytes) => bytes.writeUInt32BE(4, 60))],
])("%s refers to another file", (_name, bytes) => expect(foreignFileOf(bytes)).not.toBeNull());

test.each<[string, Buffer]>([
  ["qcow2", qcow(3)],
  ["qcow2 with other features", qcow(3, (bytes) => bytes.writeUInt32BE(1, 76))],
  [
    "qcow2 of the first version with what is no feature there",
    qcow(2, (bytes) => bytes.writeUInt32BE(4, 76)),
  ],
  ["QED", head("QED\0", 64)],
  ["sparse VMDK", head("KDMV", 2048)],
  ["dynamic VHD", head("conectix", 512, (bytes) => bytes.writeUInt32BE(3, 60))],
  ["an ISO", Buffer.alloc(65_536)],
  ["nothing", Buffer.alloc(0)],
])("%s stands alone", (_name, bytes) => expect(foreignFileOf(bytes)).toBeNull());

test("a header that is cut anywhere is no reason to stumble", () => {
  const whole = qcow(3, (bytes) => bytes.writeBigUInt64BE(568n, 8));
  for (let length = 0; length < 16; length += 1) expect(foreignFileOf(whole.subarray(0, length))).toBeNull();
  expect(foreignFileOf(whole.subarray(0, 16))).not.toBeNull();
  expect(foreignFileOf(Buffer.from("conectix"))).toBeNull();
});
