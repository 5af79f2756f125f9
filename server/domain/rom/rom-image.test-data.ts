export interface ImageParts {
  /** What runs it: 0 is a BIOS, 3 is UEFI. */
  codeType: number;
  /** No other image follows. */
  last: boolean;
  vendorId?: number;
  deviceId?: number;
  brokenSum?: boolean;
}

/** An image of one block as an NVIDIA card has it: header, PCI data structure, checksum. */
export function romImage({
  codeType,
  last,
  vendorId = 0x10de,
  deviceId = 0x13c2,
  brokenSum = false,
}: ImageParts): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(512);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xaa55, true);
  view.setUint16(0x18, 0x40, true);
  if (codeType === 3) {
    view.setUint32(0x04, 0x0ef1, true);
    view.setUint16(0x0a, 0x8664, true);
  }
  bytes.set(new TextEncoder().encode("PCIR"), 0x40);
  view.setUint16(0x44, vendorId, true);
  view.setUint16(0x46, deviceId, true);
  view.setUint8(0x4f, 0x03);
  view.setUint16(0x50, 1, true);
  view.setUint8(0x54, codeType);
  view.setUint8(0x55, last ? 0x80 : 0);
  const sum = bytes.reduce((total, value) => total + value, 0);
  bytes[511] = (-sum & 0xff) ^ (brokenSum ? 1 : 0);
  return bytes;
}

/** Images one behind the other, as a ROM holds them. */
export function joinedImages(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
