import { constants, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../errors";
import { ifThere } from "./file-errors";

/**
 * A folder of a host that QEMU may read, which runs as a user of its own. Names are those of files right in it: whoever
 * asks has checked that they are no paths.
 */
export interface QemuFiles {
  /** All names, sorted; none where nothing was kept yet. */
  names(): Promise<string[]>;
  /** Where a file is on the host, for a VM's definition. */
  pathOf(name: string): string;
  /** A file's bytes, or null where there is none. */
  read(name: string): Promise<Uint8Array | null>;
  /** Keeps a file whole or not at all, in place of one of that name. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** A folder of the machine that Passdeck runs on; it is made when it is needed. */
export function localQemuFiles(folder: string): QemuFiles {
  const pathOf = (name: string) => join(folder, name);
  return {
    names: async () => [...((await ifThere(readdir(folder))) ?? [])].sort(),
    pathOf,
    read: (name) => ifThere(readFile(pathOf(name))),
    async write(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o755 });
      await refuseOthers(folder);
      const unfinished = `${pathOf(name)}.new`;
      await writeFile(unfinished, bytes, { mode: 0o644 });
      await rename(unfinished, pathOf(name));
    },
    remove: (name) => rm(pathOf(name)),
  };
}

/**
 * Refuses a folder that another user put there or may write to: a link in it would have us write elsewhere.
 * @throws AppError "conflict"
 */
async function refuseOthers(folder: string): Promise<void> {
  const { uid, mode } = await lstat(folder);
  const isFolder = (mode & constants.S_IFMT) === constants.S_IFDIR;
  const isWritableByOthers = (mode & (constants.S_IWGRP | constants.S_IWOTH)) !== 0;
  if (isFolder && uid === process.getuid?.() && !isWritableByOthers) return;
  throw new AppError("conflict", {
    userMessage: `${folder} is not a folder that only Passdeck's own user may write to. Move it away; Passdeck makes a new one.`,
  });
}
