import { constants } from "node:fs";
import { lstat, open, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../../errors";
import { errorCode, ifThere } from "../file-errors";
import type { HostTools, ToolResult } from "../tools";
import { isAllowedCommand, isNetworkCommand } from "./allowed-commands";
import { isAllowedFile, isSecretFile } from "./allowed-files";
import { type BootSpace, readBootSpace } from "./boot-space";
import type { FileReplacement, HostConfiguration, KeptFile } from "./host-configuration";
import { refuseForeignFolders } from "./own-folders";
import { realPlace } from "./real-place";
import { removeFile, removeLeftover, replaceFile } from "./replace-file";

export interface LocalConfigurationParts {
  /** `/`, but in tests. */
  root: string;
  /** Runs what makes menus and disks: minutes may go by. */
  tools: HostTools;
}

/**
 * That of the machine that Passdeck runs on. Of the programs that make boot files only one runs at a time, also where a
 * Passdeck was killed and its program goes on: it holds the lock until it ends.
 */
export class LocalConfiguration implements HostConfiguration {
  readonly #root: string;
  readonly #tools: HostTools;

  constructor({ root, tools }: LocalConfigurationParts) {
    this.#root = root;
    this.#tools = tools;
  }

  async read(path: string): Promise<KeptFile | null> {
    return this.#readAt(await this.#placeOf(path));
  }

  async replace(change: FileReplacement): Promise<void> {
    const place = await this.#placeOf(change.path);
    try {
      await this.#replaceAt(place, change);
    } catch (error) {
      throw notWritten(error, change.path);
    }
  }

  async #replaceAt(place: string, { path, from, to, executable }: FileReplacement): Promise<void> {
    const absolute = this.#absolute(place);
    const kept = await this.#readAt(place);
    if (isText(kept, to)) return removeLeftover(absolute);
    if (!isText(kept, from)) throw changedMeanwhile(path);
    if (to === null) return removeFile(absolute);
    await replaceFile(this.#tools, absolute, {
      bytes: Buffer.from(to),
      kept,
      newMode: executable ? 0o755 : isSecretFile(place) ? 0o600 : 0o644,
      beforeTheEnd: async () => {
        if (!isText(await this.#readAt(place), from)) throw changedMeanwhile(path);
      },
    });
  }

  async missingFolders(path: string): Promise<string[]> {
    const missing: string[] = [];
    for (let folder = dirname(await this.#placeOf(path)); folder !== "."; folder = dirname(folder)) {
      if ((await ifThere(lstat(this.#absolute(folder)))) !== null) break;
      missing.unshift(folder);
    }
    return missing;
  }

  async removeFolders(path: string, folders: readonly string[]): Promise<void> {
    const place = await this.#placeOf(path);
    for (const folder of [...folders].reverse()) {
      if (!place.startsWith(`${folder}/`)) throw new Error(`${folder} is no folder above ${place}`);
      if (!(await removeEmpty(this.#absolute(folder)))) return;
    }
  }

  async run(words: readonly string[]): Promise<ToolResult> {
    if (!isAllowedCommand(words))
      throw new AppError("forbidden", { userMessage: `Passdeck does not run “${words.join(" ")}”.` });
    const [program = "", ...rest] = words;
    // What only looks waits for nobody.
    if (program.endsWith("-probe")) return this.#tools.run(program, rest);
    // What a DHCP client goes on with in the background would hold the lock for good.
    const lock = isNetworkCommand(words)
      ? ["--close", this.#absolute("run/passdeck-network.lock")]
      : [this.#absolute("run/passdeck-boot.lock")];
    return this.#tools.run("flock", [...lock, program, ...rest]);
  }

  bootSpace(): Promise<BootSpace[]> {
    return readBootSpace(this.#root);
  }

  async #placeOf(path: string): Promise<string> {
    const place = await realPlace(this.#root, path);
    if (isAllowedFile(path) && isAllowedFile(place)) {
      await refuseForeignFolders(this.#root, place);
      return place;
    }
    const leads = place === path ? "" : `, which is a link to /${place},`;
    throw new AppError("forbidden", {
      userMessage: `/${path}${leads} is none of the files that Passdeck changes. Change it by hand.`,
    });
  }

  async #readAt(place: string): Promise<KeptFile | null> {
    const path = this.#absolute(place);
    const stats = await ifThere(lstat(path));
    if (stats === null) return null;
    if (!stats.isFile()) throw notPlain(place, "no plain file");
    // A rename would leave the other names with the old text.
    if (stats.nlink > 1) throw notPlain(place, "a file with several names (hard links)");
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const { mode, uid, gid } = await file.stat();
      return { bytes: await file.readFile(), mode: mode & 0o7777, uid, gid };
    } finally {
      await file.close();
    }
  }

  #absolute(place: string): string {
    return join(this.#root, place);
  }
}

function isText(kept: KeptFile | null, text: string | null): boolean {
  if (kept === null || text === null) return kept === null && text === null;
  return Buffer.from(text).equals(kept.bytes);
}

/** @returns whether it is gone; false where something is in it. */
async function removeEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return true;
    if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** @returns what people read of an error of the file system's. */
function notWritten(error: unknown, path: string): unknown {
  const code = error instanceof AppError ? null : errorCode(error);
  if (code === null) return error;
  const hint = hints[code] ?? "See on the host what keeps it from being written.";
  return new AppError("host-refused", {
    userMessage: `/${path} could not be written (${code}). ${hint}`,
    cause: error,
  });
}

const hints: Readonly<Record<string, string>> = {
  EROFS: "Its file system is mounted read-only: mount it writable first.",
  ENOSPC: "Its file system is full: make room first.",
  EPERM: "It may be immutable (lsattr).",
};

function changedMeanwhile(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `/${path} was changed by somebody else meanwhile, and was left as it is. Look at the plan again.`,
  });
}

function notPlain(place: string, what: string): AppError {
  return new AppError("forbidden", { userMessage: `/${place} is ${what}. Change it by hand.` });
}
