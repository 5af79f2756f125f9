import type { RomImage } from "./rom.schema";

const unit = 512;
/** PCI Firmware Specification 3.3, chapter 5: the ROM header's and the PCI data structure's fields. */
const header = { dataPointer: 0x18, least: 0x1a, efiSignature: 0x04, efiMachine: 0x0a } as const;
const data = {
  vendor: 4,
  device: 6,
  deviceList: 8,
  revision: 12,
  class: 13,
  length: 16,
  codeType: 20,
  last: 21,
  least: 24,
} as const;
const efiSignature = 0x0ef1;
const processors: Record<number, RomImage["processor"]> = { 34404: "x86_64", 332: "i386", 43620: "aarch64" };

/** The images of a ROM one after the other, and why reading stopped before one that says it is the last. */
export interface ReadImages {
  images: RomImage[];
  stopped: { offset: number; why: "cut-short" | "bad-image" } | null;
}

/** Reads the images that begin at `start`. */
export function readImages(bytes: Uint8Array, start: number): ReadImages {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const images: RomImage[] = [];
  for (let offset = start; ; ) {
    if (offset + header.least > bytes.length) return { images, stopped: { offset, why: "cut-short" } };
    const at = pciData(view, offset);
    if (at === null) return { images, stopped: { offset, why: "bad-image" } };
    const length = view.getUint16(at + data.length, true) * unit;
    if (length === 0) return { images, stopped: { offset, why: "bad-image" } };
    if (offset + length > bytes.length) return { images, stopped: { offset, why: "cut-short" } };
    images.push(readImage(view, offset, at, length));
    if ((view.getUint8(at + data.last) & 0x80) !== 0) return { images, stopped: null };
    offset += length;
  }
}

/** Whether an image begins here: 55 AA, and a pointer to a structure that begins with "PCIR". */
export function isImage(bytes: Uint8Array, offset: number): boolean {
  if (offset + header.least > bytes.length) return false;
  return pciData(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset) !== null;
}

function pciData(view: DataView, offset: number): number | null {
  if (view.getUint16(offset, true) !== 0xaa55) return null;
  const at = offset + view.getUint16(offset + header.dataPointer, true);
  if (at + data.least > view.byteLength) return null;
  return view.getUint32(at) === 0x50434952 ? at : null;
}

function readImage(view: DataView, offset: number, at: number, bytes: number): RomImage {
  const kind = kindOf(view.getUint8(at + data.codeType));
  const isUefi = kind === "uefi" && view.getUint32(offset + header.efiSignature, true) === efiSignature;
  return {
    offset,
    bytes,
    vendorId: hex(view.getUint16(at + data.vendor, true), 4),
    deviceIds: deviceIds(view, at),
    class: [2, 1, 0].map((byte) => hex(view.getUint8(at + data.class + byte), 2)).join(""),
    kind,
    processor: isUefi ? (processors[view.getUint16(offset + header.efiMachine, true)] ?? "other") : null,
    checksum: kind === "legacy" ? checksumOf(view, offset, bytes) : "none",
  };
}

function kindOf(codeType: number): RomImage["kind"] {
  if (codeType === 0) return "legacy";
  return codeType === 3 ? "uefi" : "other";
}

/** The image's device, then its list of others (revision 3 of the structure), which 0 ends. */
function deviceIds(view: DataView, at: number): string[] {
  const ids = [hex(view.getUint16(at + data.device, true), 4)];
  const list = view.getUint16(at + data.deviceList, true);
  if (view.getUint8(at + data.revision) < 3 || list === 0) return ids;
  for (let place = at + list; place + 2 <= view.byteLength && ids.length < 256; place += 2) {
    const id = view.getUint16(place, true);
    if (id === 0) break;
    ids.push(hex(id, 4));
  }
  return [...new Set(ids)];
}

function checksumOf(view: DataView, offset: number, length: number): RomImage["checksum"] {
  let sum = 0;
  for (let place = offset; place < offset + length; place += 1) sum += view.getUint8(place);
  return (sum & 0xff) === 0 ? "right" : "wrong";
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
