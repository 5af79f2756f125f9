import { constants } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { errorCode } from "../file-errors";
import type { HostTools } from "../tools";
import type { KeptFile } from "./host-configuration";

/** What a file is to become. */
export interface NewContent {
  bytes: Uint8Array;
  /** As it is now; null of a new one. */
  kept: KeptFile | null;
  /** Permissions of a new one. */
  newMode: number;
  /** Asked when all is ready: what it throws leaves the file as it is. */
  beforeTheEnd(): Promise<void>;
}

/**
 * Puts a whole file in the place of the one that is there, which keeps its owner, mode, ACL and attributes. Whenever the
 * machine stops, one or the other stands there, whole; on FAT that holds for all but a loss of power.
 * @param tools run `cp`, which knows ACLs and attributes of each file system.
 */
export async function replaceFile(
  tools: HostTools,
  path: string,
  { bytes, kept, newMode, beforeTheEnd }: NewContent,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o755 });
  const temporary = temporaryOf(path);
  await rm(temporary, { force: true });
  try {
    if (kept !== null) await copyAttributes(tools, { path, temporary, kept });
    await writeWhole(temporary, bytes, kept === null ? newMode : null);
    await beforeTheEnd();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Takes a file away, for good. */
export async function removeFile(path: string): Promise<void> {
  await rm(temporaryOf(path), { force: true });
  await rm(path);
  await syncFolder(dirname(path));
}

/** Takes away what a process left that was killed while it wrote. */
export async function removeLeftover(path: string): Promise<void> {
  await rm(temporaryOf(path), { force: true });
}

/** No reader of these folders takes a hidden file, nor one of this ending. */
function temporaryOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.passdeck-new`);
}

interface Copied {
  path: string;
  temporary: string;
  kept: KeptFile;
}

/** By coreutils, which copies an SELinux label and an ACL as well; where they are not there, owner and mode alone. */
async function copyAttributes(tools: HostTools, { path, temporary, kept }: Copied): Promise<void> {
  const words = ["--attributes-only", "--preserve=all", "--no-clobber", "--", path, temporary];
  if ((await tools.run("cp", words)).status === 0) return;
  await rm(temporary, { force: true });
  const file = await open(temporary, "wx", 0o600);
  try {
    await giveTo(file, kept);
    await giveMode(file, kept.mode);
  } finally {
    await file.close();
  }
}

/** FAT has no owners, and says so. */
async function giveTo(file: FileHandle, { uid, gid }: KeptFile): Promise<void> {
  try {
    await file.chown(uid, gid);
  } catch (error) {
    if (errorCode(error) !== "EPERM") throw error;
    const now = await file.stat();
    if (now.uid !== uid || now.gid !== gid) throw error;
  }
}

/** FAT has the mode that it is mounted with, and refuses any other: its files are no less protected than others there. */
async function giveMode(file: FileHandle, mode: number): Promise<void> {
  try {
    await file.chmod(mode);
  } catch (error) {
    if (errorCode(error) !== "EPERM") throw error;
  }
}

/** @param mode Of a file that is made; null of one that is there. */
async function writeWhole(path: string, bytes: Uint8Array, mode: number | null): Promise<void> {
  const made = constants.O_CREAT | constants.O_EXCL;
  const file = await open(
    path,
    constants.O_WRONLY | constants.O_NOFOLLOW | (mode === null ? constants.O_TRUNC : made),
    mode ?? 0o600,
  );
  try {
    await file.writeFile(bytes);
    // What the process's umask took away.
    if (mode !== null) await giveMode(file, mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
