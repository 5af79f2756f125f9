import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../errors";
import { batteryTable } from "../quirks/battery-table";

/** What a ROM file may be called: no path, nothing hidden. */
export const romNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** A VBIOS is some 64 KiB to 1 MiB; PCI's expansion ROMs end at 16 MiB, which no card has. */
export const maximumRomBytes = 2 * 1024 * 1024;

const batteryTableName = ".battery.aml";

/**
 * VBIOS files that were uploaded, in a folder that QEMU may read: it runs as a user of its own. What they hold is the
 * maker's and nobody's secret.
 */
export class RomStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Names of all files, sorted. */
  async names(): Promise<string[]> {
    const entries = await readdir(this.#folder).catch(() => []);
    return entries.filter((name) => romNamePattern.test(name)).sort();
  }

  /** Where a file is, for a VM's definition. */
  pathOf(name: string): string {
    return join(this.#folder, name);
  }

  /** The file's bytes; an AppError "not-found" where there is none of that name. */
  async read(name: string): Promise<Uint8Array> {
    try {
      return await readFile(this.#checkedPath(name));
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError("not-found", { userMessage: `There is no ROM file ${name}.`, cause });
    }
  }

  /** Keeps a file whole or not at all. An AppError "conflict" where the name is taken. */
  async add(name: string, bytes: Uint8Array): Promise<void> {
    const path = this.#checkedPath(name);
    if ((await this.names()).includes(name)) {
      throw new AppError("conflict", {
        userMessage: `There is a ROM file ${name} already. Delete it first, or choose another name.`,
      });
    }
    await this.#write(path, bytes);
  }

  async remove(name: string): Promise<void> {
    await this.read(name);
    await rm(this.#checkedPath(name));
  }

  /** Where the ACPI table of a made-up battery is, for mobile GPUs that want one. */
  get batteryTablePath(): string {
    return this.pathOf(batteryTableName);
  }

  /** Puts that table there. */
  writeBatteryTable(): Promise<void> {
    return this.#write(this.batteryTablePath, batteryTable());
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o755 });
    const unfinished = `${path}.new`;
    await writeFile(unfinished, bytes, { mode: 0o644 });
    await rename(unfinished, path);
  }

  #checkedPath(name: string): string {
    if (romNamePattern.test(name)) return this.pathOf(name);
    throw new AppError("bad-input", {
      userMessage: "A ROM file's name has letters, digits, dots, dashes and underscores, 64 at most.",
    });
  }
}
