import { execFile } from "node:child_process";
import { truncate, writeFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What the free disk begins with, for an inner guest to read. */
const freeDiskText = "A block of the lab's free disk";

/** An ext4 file system in a sparse file, holding what is below `tree`. */
export async function makeFileSystem(
  file: string,
  label: string,
  mebibytes: number,
  tree?: string,
): Promise<void> {
  // A journal and checksums would only cost: nobody needs the disk after a crash.
  const options = ["-q", "-O", "^has_journal,^metadata_csum", "-E", "lazy_itable_init=1", "-L", label];
  const content = tree === undefined ? [] : ["-d", tree];
  await writeFile(file, "");
  await run("mkfs.ext4", [...options, ...content, file, `${mebibytes}M`]);
}

/** An ext4 file system that begins at a byte of a disk; with a journal, as a plug may be pulled. */
export async function makeFileSystemAt(
  disk: string,
  offset: number,
  label: string,
  mebibytes: number,
  tree: string,
): Promise<void> {
  const options = ["-q", "-F", "-O", "^metadata_csum", "-E", `offset=${offset},lazy_itable_init=1`];
  await run("mkfs.ext4", [...options, "-L", label, "-d", tree, disk, `${mebibytes}M`]);
}

/** A disk without partitions and file systems, which nobody uses. */
export async function makeFreeDisk(file: string): Promise<void> {
  await writeFile(file, `${freeDiskText}\n`);
  await truncate(file, 64 * 1024 * 1024);
}
