import { ascii, ucs2 } from "./byte-writer";
import { pathTable, terminator, type VolumeLayout, volumeDescriptor } from "./descriptors";
import { type DirectoryEntry, rootDirectory, sectorBytes } from "./directory";

export interface IsoFile {
  /** Letters, digits, "-", "_" and ".", at most 64: what Joliet keeps as it is. */
  name: string;
  content: Uint8Array;
}

/** Sectors 0 to 15 belong to whoever boots from the disc. */
const sector = { primary: 16, joliet: 17, end: 18, tables: 19, primaryRoot: 23, jolietRoot: 24, files: 25 };

/**
 * An ISO 9660 image with Joliet names and the files given in its root. The same files give the same bytes.
 * @param label At most 16 characters; systems compare it without regard to case, save some: keep it as they ask for it.
 */
export function writeIso(label: string, files: readonly IsoFile[]): Uint8Array {
  const placed = place(files);
  const sectors = placed.reduce((end, { at, file }) => Math.max(end, at + sectorsOf(file)), sector.files);
  const image = new Uint8Array(sectors * sectorBytes);
  const put = (at: number, bytes: Uint8Array) => image.set(bytes, at * sectorBytes);
  const volumes = [
    { kind: "primary", at: sector.primary, root: sector.primaryRoot, tables: sector.tables, name: shortName },
    {
      kind: "joliet",
      at: sector.joliet,
      root: sector.jolietRoot,
      tables: sector.tables + 2,
      name: jolietName,
    },
  ] as const;
  for (const { kind, at, root, tables, name } of volumes) {
    const layout: VolumeLayout = {
      label,
      sectors,
      root: { sector: root, bytes: sectorBytes },
      pathTables: { littleEndian: tables, bigEndian: tables + 1 },
    };
    put(at, volumeDescriptor(kind, layout));
    put(tables, pathTable(root, "littleEndian"));
    put(tables + 1, pathTable(root, "bigEndian"));
    put(
      root,
      rootDirectory(
        layout.root,
        placed.map((one) => entryOf(one, name)),
      ),
    );
  }
  put(sector.end, terminator());
  for (const { at, file } of placed) put(at, file.content);
  return image;
}

interface PlacedFile {
  at: number;
  number: number;
  file: IsoFile;
}

function place(files: readonly IsoFile[]): PlacedFile[] {
  let next = sector.files;
  return files.map((file, number) => {
    const at = next;
    next += sectorsOf(file);
    return { at, number, file };
  });
}

/** An empty file has a sector as well, so that every extent is in the image. */
function sectorsOf({ content }: IsoFile): number {
  return Math.max(1, Math.ceil(content.length / sectorBytes));
}

function entryOf(
  { at, number, file }: PlacedFile,
  name: (file: IsoFile, number: number) => Uint8Array,
): DirectoryEntry {
  return { sector: at, bytes: file.content.length, identifier: name(file, number) };
}

/** ISO 9660's own names have eight letters, and a number keeps those apart that begin alike. */
function shortName({ name }: IsoFile, number: number): Uint8Array {
  const letters = name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "_")
    .slice(0, 7);
  return ascii(`${letters}${number}.;1`);
}

function jolietName({ name }: IsoFile): Uint8Array {
  return ucs2(name);
}
