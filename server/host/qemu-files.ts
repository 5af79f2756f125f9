import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./file-errors";

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
      const unfinished = `${pathOf(name)}.new`;
      await writeFile(unfinished, bytes, { mode: 0o644 });
      await rename(unfinished, pathOf(name));
    },
    remove: (name) => rm(pathOf(name)),
  };
}

async function ifThere<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}
