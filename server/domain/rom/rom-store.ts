import { AppError } from "../../errors";
import type { QemuFiles } from "../../host/qemu-files";
import { batteryTable } from "../quirks/battery-table";

/** What a ROM file may be called: no path, nothing hidden. */
export const romNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** A VBIOS is some 64 KiB to 1 MiB; PCI's expansion ROMs end at 16 MiB, which no card has. */
export const maximumRomBytes = 2 * 1024 * 1024;

const batteryTableName = ".battery.aml";

/** VBIOS files that were uploaded for a host, where its QEMU may read them. They are the maker's and nobody's secret. */
export class RomStore {
  readonly #files: QemuFiles;

  constructor(files: QemuFiles) {
    this.#files = files;
  }

  /** Names of all files, sorted. */
  async names(): Promise<string[]> {
    return (await this.#files.names()).filter((name) => romNamePattern.test(name));
  }

  /** Where a file is, for a VM's definition. */
  pathOf(name: string): string {
    return this.#files.pathOf(name);
  }

  /** The file's bytes; an AppError "not-found" where there is none of that name. */
  async read(name: string): Promise<Uint8Array> {
    const bytes = await this.#files.read(checked(name));
    if (bytes !== null) return bytes;
    throw new AppError("not-found", { userMessage: `There is no ROM file ${name}.` });
  }

  /** Keeps a file whole or not at all. An AppError "conflict" where the name is taken. */
  async add(name: string, bytes: Uint8Array): Promise<void> {
    if ((await this.names()).includes(checked(name))) {
      throw new AppError("conflict", {
        userMessage: `There is a ROM file ${name} already. Delete it first, or choose another name.`,
      });
    }
    await this.#files.write(name, bytes);
  }

  async remove(name: string): Promise<void> {
    await this.read(name);
    await this.#files.remove(name);
  }

  /** Where the ACPI table of a made-up battery is, for mobile GPUs that want one. */
  get batteryTablePath(): string {
    return this.pathOf(batteryTableName);
  }

  /** Puts that table there. */
  writeBatteryTable(): Promise<void> {
    return this.#files.write(batteryTableName, batteryTable());
  }
}

function checked(name: string): string {
  if (romNamePattern.test(name)) return name;
  throw new AppError("bad-input", {
    userMessage: "A ROM file's name has letters, digits, dots, dashes and underscores, 64 at most.",
  });
}
