import { type Extent, sectorBytes } from "../cloud-init/iso/directory";
import type { ReadAt } from "./read-at";

/** Where a file lies on a medium. */
export interface FileExtent {
  offset: number;
  bytes: number;
}

/** The primary descriptor of ISO 9660 (ECMA-119, 8.4). */
interface Descriptor {
  label: string;
  root: Extent;
}

/** Behind the sectors that belong to whoever boots from the disc. */
const descriptorOffset = 16 * sectorBytes;
/** Folders of installers have dozens of entries. */
const mostFolderBytes = 2 ** 20;
const isFolder = 2;

/** The volume label of a medium; null of what is no ISO 9660 image. */
export async function readLabel(read: ReadAt): Promise<string | null> {
  return (await readDescriptor(read))?.label ?? null;
}

/**
 * Where a file of an ISO 9660 image lies.
 * @param path As its own names give it, in whichever case: "install.amd/vmlinuz".
 * @returns null where it is not there.
 */
export async function findIsoFile(read: ReadAt, path: string): Promise<FileExtent | null> {
  const descriptor = await readDescriptor(read);
  if (descriptor === null) return null;
  let folder = descriptor.root;
  const parts = path.toLowerCase().split("/");
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const records = recordsOf(
      await read(folder.sector * sectorBytes, Math.min(folder.bytes, mostFolderBytes)),
    );
    const found = records.find((record) => record.name === part && record.isFolder !== isLast);
    if (found === undefined) return null;
    folder = found;
  }
  return { offset: folder.sector * sectorBytes, bytes: folder.bytes };
}

async function readDescriptor(read: ReadAt): Promise<Descriptor | null> {
  const bytes = Buffer.from(await read(descriptorOffset, sectorBytes));
  if (bytes.length < sectorBytes || bytes[0] !== 1 || bytes.toString("latin1", 1, 6) !== "CD001") return null;
  return { label: bytes.toString("latin1", 40, 72).trim(), root: extentOf(bytes.subarray(156)) };
}

interface FolderRecord extends Extent {
  name: string;
  isFolder: boolean;
}

/** The entries of a folder (ECMA-119, 9.1); a record does not go over the end of a sector. */
function recordsOf(folder: Uint8Array): FolderRecord[] {
  const bytes = Buffer.from(folder);
  const records: FolderRecord[] = [];
  let at = 0;
  while (at + 34 <= bytes.length) {
    const length = bytes[at] ?? 0;
    if (length >= 34) records.push(recordOf(bytes.subarray(at, at + length)));
    at = length >= 34 ? at + length : (Math.floor(at / sectorBytes) + 1) * sectorBytes;
  }
  return records;
}

function recordOf(record: Buffer): FolderRecord {
  const name = record.toString("latin1", 33, 33 + (record[32] ?? 0));
  // "VMLINUZ.;1": the version, and the dot of a name without an extension, are ISO 9660's own.
  const plain = name.replace(/;\d+$/, "").replace(/\.$/, "").toLowerCase();
  return { ...extentOf(record), name: plain, isFolder: ((record[25] ?? 0) & isFolder) !== 0 };
}

function extentOf(record: Buffer): Extent {
  return { sector: record.readUInt32LE(2), bytes: record.readUInt32LE(10) };
}
