import type { MadeUpDevice } from "./hardware";

const imageBytes = 512;
const structureAt = 0x40;
/** Of PCI data structures (PCI Firmware Specification 3.3, 5.1). */
const codeTypes = { bios: 0, uefi: 3 };

/** The ROM of a made-up graphics card: an image for a BIOS and one for UEFI, in which nothing is but what tells whose it is. */
export function cardRom(device: MadeUpDevice): Buffer {
  return Buffer.concat([image(device, codeTypes.bios), image(device, codeTypes.uefi)]);
}

function image({ vendorId, deviceId }: MadeUpDevice, codeType: number): Buffer {
  const bytes = Buffer.alloc(imageBytes);
  bytes.writeUInt16LE(0xaa55, 0);
  bytes.writeUInt16LE(structureAt, 0x18);
  if (codeType === codeTypes.uefi) {
    bytes.writeUInt32LE(0x0ef1, 0x04);
    bytes.writeUInt16LE(0x8664, 0x0a);
  }
  bytes.write("PCIR", structureAt, "latin1");
  bytes.writeUInt16LE(Number.parseInt(vendorId, 16), structureAt + 4);
  bytes.writeUInt16LE(Number.parseInt(deviceId, 16), structureAt + 6);
  bytes.writeUInt8(3, structureAt + 0x0f);
  bytes.writeUInt16LE(imageBytes / 512, structureAt + 0x10);
  bytes.writeUInt8(codeType, structureAt + 0x14);
  bytes.writeUInt8(codeType === codeTypes.uefi ? 0x80 : 0, structureAt + 0x15);
  // All of it adds up to nothing.
  bytes.writeUInt8(-bytes.reduce((sum, byte) => sum + byte, 0) & 0xff, imageBytes - 1);
  return bytes;
}
