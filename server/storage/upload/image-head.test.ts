import { expect, test } from "vitest";
import { imageProblem } from "./image-head";

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
const vmdk = (type: string, capacity = 2048n, more = "") =>
  head("KDMV", 2048, (bytes) => {
    bytes.writeBigUInt64LE(capacity, 12);
    bytes.writeBigUInt64LE(1n, 28);
    bytes.writeBigUInt64LE(2n, 36);
    bytes.write(`# Disk DescriptorFile\nversion=1\n${type && `createType="${type}"\n`}${more}`, 512);
  });
const vdi = (type: number) =>
  head("<<< Oracle VM VirtualBox Disk Image >>>\n", 512, (bytes) => {
    bytes.writeUInt32LE(0xbeda107f, 0x40);
    bytes.writeUInt32LE(type, 0x4c);
  });
const problemOf = (bytes: Buffer) => imageProblem(bytes, true);

test.each<[string, Buffer]>([
  ["qcow2 with a backing file", qcow(3, (bytes) => bytes.writeBigUInt64BE(568n, 8))],
  ["qcow2 of the first version with one", qcow(2, (bytes) => bytes.writeBigUInt64BE(72n, 8))],
  ["qcow with one", qcow(1, (bytes) => bytes.writeBigUInt64BE(48n, 8))],
  ["qcow2 with an external data file", qcow(3, (bytes) => bytes.writeUInt32BE(4, 76))],
  ["qcow2 of a version to come", qcow(4)],
  ["QED with a backing file", head("QED\0", 64, (bytes) => bytes.writeUInt32LE(1, 16))],
  ["VMDK descriptor", Buffer.from(descriptor)],
  ["VMDK descriptor with other comments", Buffer.from(`# hello\n\n  version=3\nRW 1 FLAT "/etc/shadow" 0\n`)],
  ["VMDK without a capacity", vmdk("monolithicSparse", 0n, 'RW 2048 FLAT "/etc/shadow" 0\n')],
  ["VMDK of extents", vmdk("monolithicFlat")],
  ["VMDK of a device", vmdk("fullDevice")],
  ["VMDK without a type", vmdk("")],
  ["VMDK without a descriptor", head("KDMV", 2048, (bytes) => bytes.writeBigUInt64LE(1n, 12))],
  ["cut VMDK", head("KDMV", 20)],
  ["old VMDK", head("COWD", 512)],
  ["sparse VMDK with a parent", vmdk("monolithicSparse", 1n, 'parentFileNameHint="/etc/x"')],
  ["differencing VHD", head("conectix", 512, (bytes) => bytes.writeUInt32BE(4, 60))],
  ["differencing VDI", vdi(4)],
  ["Parallels image", head("WithoutFreeSpace", 64)],
  ["Bochs image", head("Bochs Virtual HD Image", 512)],
])("%s is not kept", (_name, bytes) => expect(problemOf(bytes)).not.toBeNull());

test.each<[string, Buffer]>([
  ["qcow2", qcow(3)],
  ["qcow2 with other features", qcow(3, (bytes) => bytes.writeUInt32BE(1, 76))],
  [
    "qcow2 of the first version with what is no feature there",
    qcow(2, (bytes) => bytes.writeUInt32BE(4, 76)),
  ],
  ["QED", head("QED\0", 64)],
  ["sparse VMDK", vmdk("monolithicSparse")],
  ["streamed VMDK", vmdk("streamOptimized")],
  ["VDI", vdi(1)],
  ["VDI that is allocated whole", vdi(2)],
  ["dynamic VHD", head("conectix", 512, (bytes) => bytes.writeUInt32BE(3, 60))],
  ["VHDX", head("vhdxfile", 512)],
  ["an ISO", Buffer.alloc(65_536)],
  ["a script", Buffer.from("#!/bin/sh\necho version=1\n")],
  ["nothing", Buffer.alloc(0)],
])("%s stands alone", (_name, bytes) => expect(problemOf(bytes)).toBeNull());

test("a header that is cut anywhere is no reason to stumble", () => {
  const whole = qcow(3, (bytes) => bytes.writeBigUInt64BE(568n, 8));
  for (let length = 0; length < 16; length += 1) expect(problemOf(whole.subarray(0, length))).toBeNull();
  expect(problemOf(whole.subarray(0, 16))).not.toBeNull();
  expect(problemOf(Buffer.from("conectix"))).toBeNull();
});

test("what has not come yet is waited for, and judged when all is there", () => {
  const good = vmdk("streamOptimized");
  for (let length = 4; length <= good.length; length += 1) {
    expect(imageProblem(good.subarray(0, length), length === good.length)).toBeNull();
  }
  expect(imageProblem(vmdk("").subarray(0, 600), false)).toBeNull();
});
