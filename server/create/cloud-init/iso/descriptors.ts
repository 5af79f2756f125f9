import { ascii, ByteWriter, ucs2 } from "./byte-writer";
import { directoryRecord, type Extent, sectorBytes } from "./directory";

export interface VolumeLayout {
  label: string;
  /** The whole image's length in sectors. */
  sectors: number;
  root: Extent;
  /** The path tables, for either byte order. */
  pathTables: { littleEndian: number; bigEndian: number };
}

/** The length of a path table with the root in it and nothing else (ECMA-119, 9.4). */
const pathTableBytes = 10;

/** The primary descriptor (ECMA-119, 8.4), or Joliet's supplementary one (8.5), which differs in names alone. */
export function volumeDescriptor(kind: "primary" | "joliet", layout: VolumeLayout): Uint8Array {
  const joliet = kind === "joliet";
  const encode = joliet ? ucs2 : ascii;
  const writer = header(joliet ? 2 : 1)
    .text(8, "", 32, encode)
    .text(40, layout.label, 32, encode)
    .long(80, layout.sectors)
    .short(120, 1)
    .short(124, 1)
    .short(128, sectorBytes)
    .long(132, pathTableBytes)
    .littleEndian(140, layout.pathTables.littleEndian)
    .bigEndian(148, layout.pathTables.bigEndian)
    .put(156, directoryRecord({ ...layout.root, identifier: Uint8Array.of(0) }, true))
    .text(190, "", 128 * 4, encode)
    .text(702, "", 37 * 3, encode);
  // UCS-2 level 3 (Joliet Specification, 3).
  if (joliet) writer.put(88, ascii("%/E"));
  // No dates: zeros in digits.
  for (const at of [813, 830, 847, 864]) writer.put(at, ascii("0".repeat(16)));
  return writer.byte(881, 1).result;
}

/** Ends the row of descriptors (ECMA-119, 8.3). */
export function terminator(): Uint8Array {
  return header(255).result;
}

function header(type: number): ByteWriter {
  return new ByteWriter(sectorBytes).byte(0, type).put(1, ascii("CD001")).byte(6, 1);
}

/** A path table that has the root alone. */
export function pathTable(rootSector: number, order: "littleEndian" | "bigEndian"): Uint8Array {
  const writer = new ByteWriter(sectorBytes).byte(0, 1);
  if (order === "littleEndian") return writer.littleEndian(2, rootSector).byte(6, 1).result;
  return writer.bigEndian(2, rootSector).byte(7, 1).result;
}
