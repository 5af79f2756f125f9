import { ByteWriter } from "./byte-writer";

export const sectorBytes = 2048;

/** Where something lies in the image. */
export interface Extent {
  sector: number;
  bytes: number;
}

export interface DirectoryEntry extends Extent {
  identifier: Uint8Array;
}

/** The root directory, in one sector: itself, its parent (itself again), and the files in the order of their names. */
export function rootDirectory(root: Extent, files: readonly DirectoryEntry[]): Uint8Array {
  const writer = new ByteWriter(sectorBytes);
  let at = 0;
  const records = [
    directoryRecord({ ...root, identifier: Uint8Array.of(0) }, true),
    directoryRecord({ ...root, identifier: Uint8Array.of(1) }, true),
    ...files.toSorted(byIdentifier).map((file) => directoryRecord(file, false)),
  ];
  for (const record of records) {
    writer.put(at, record);
    at += record.length;
  }
  return writer.result;
}

function byIdentifier(left: DirectoryEntry, right: DirectoryEntry): number {
  return Buffer.compare(left.identifier, right.identifier);
}

/** ECMA-119, 9.1. Files have no date: the same seed gives the same image. */
export function directoryRecord(
  { sector, bytes, identifier }: DirectoryEntry,
  isDirectory: boolean,
): Uint8Array {
  const length = 33 + identifier.length + ((identifier.length + 1) % 2);
  return new ByteWriter(length)
    .byte(0, length)
    .long(2, sector)
    .long(10, bytes)
    .byte(25, isDirectory ? 2 : 0)
    .short(28, 1)
    .byte(32, identifier.length)
    .put(33, identifier).result;
}
