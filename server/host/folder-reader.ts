import { closeSync, constants, openSync, readdirSync, readlinkSync, readSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { isOpenFile, numbersOf } from "./device-numbers";
import { isOfSysfs } from "./entry-kinds";
import { errorCode, ifPresent, largestFile, nullIfAbsent, tooLarge } from "./file-errors";
import { PathResolver } from "./path-resolver";

/** The smallest page that a kernel has. */
const pageSize = 4096;

/** A configuration space has 4096 bytes at most. */
const chunkSize = 4096;

/**
 * Opened without waiting, lest a pipe that stands in a file's place stops the server, and without following a
 * link, because only the resolver knows where links may lead.
 */
const openFlags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** Reads under a root, never outside of it. Remembers the folders that it found: make one per pass. */
export class FolderReader {
  readonly #isMachine: boolean;
  readonly #resolver: PathResolver;
  readonly #buffer = Buffer.allocUnsafe(64 * 1024);

  constructor(root: string) {
    this.#isMachine = root === "/";
    this.#resolver = new PathResolver(root);
  }

  text(path: string): string | null {
    return this.bytes(path)?.toString("utf8") ?? null;
  }

  bytes(path: string): Buffer | null {
    const real = this.#resolver.resolve(path);
    if (real === null) return null;
    return ifPresent(() => this.#readFile(real, path), `/${path}`);
  }

  /** As {@link bytes}, in the thread pool: for files that may keep their reader waiting. */
  async bytesAside(path: string): Promise<Buffer | null> {
    const real = this.#resolver.resolve(path);
    if (real === null) return null;
    try {
      return await readAside(this.#resolver.absolute(real), path);
    } catch (error) {
      return nullIfAbsent(error, `/${path}`);
    }
  }

  link(path: string): string | null {
    return ifPresent(() => {
      const place = this.#resolver.linkAt(path);
      return place === null ? null : readlinkSync(this.#resolver.absolute(place));
    }, `/${path}`);
  }

  /** In the thread pool. Only of the running kernel's own files: a record's links would lead out of it. */
  async deviceNumbersAside(path: string): Promise<string | null> {
    if (!this.#isMachine || !isOpenFile(path)) return null;
    try {
      const found = await stat(`/${path}`);
      if (!found.isCharacterDevice() && !found.isBlockDevice()) return null;
      return `${found.isBlockDevice() ? "block" : "char"}/${numbersOf(found.rdev)}`;
    } catch (error) {
      return nullIfAbsent(error, `/${path}`);
    }
  }

  /** In the thread pool. Only of the running kernel's own devices: in a record nothing stands behind them. */
  async openedAside(path: string): Promise<string | null> {
    if (!this.#isMachine) return null;
    try {
      const handle = await open(`/${path}`, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOFOLLOW);
      await handle.close();
      return "";
    } catch (error) {
      const code = errorCode(error);
      if (code === null) throw error;
      return code;
    }
  }

  /** Sorted; null where there is no such folder. */
  names(folder: string): readonly string[] | null {
    const real = this.#resolver.resolve(folder);
    if (real === null) return null;
    return ifPresent(() => readdirSync(this.#resolver.absolute(real)), `/${folder}`)?.sort() ?? null;
  }

  /** Whether something stands there. What may not be seen counts as not there: it is asked for hints only. */
  has(path: string): boolean {
    try {
      return this.#resolver.resolve(path) !== null;
    } catch {
      return false;
    }
  }

  #readFile(real: string, path: string): Buffer {
    const descriptor = openSync(this.#resolver.absolute(real), openFlags);
    try {
      return this.#readToEnd(descriptor, path, isOfSysfs(real));
    } finally {
      closeSync(descriptor);
    }
  }

  /**
   * sysfs and procfs tell no true size, so read until there is no more.
   * @param inPages Whether less than a page is the end: sysfs hands out an attribute in pages, nearly always in one
   *   (sysfs.rst), where procfs may stop between two lines.
   */
  #readToEnd(descriptor: number, path: string, inPages: boolean): Buffer {
    const chunks: Buffer[] = [];
    let size = 0;
    for (;;) {
      const count = readSync(descriptor, this.#buffer, 0, this.#buffer.length, null);
      chunks.push(Buffer.from(this.#buffer.subarray(0, count)));
      size += count;
      if (count === 0 || (inPages && count < pageSize)) return joined(chunks);
      if (size > largestFile) throw tooLarge(path);
    }
  }
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

async function readAside(file: string, path: string): Promise<Buffer> {
  const handle = await open(file, openFlags);
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; ; ) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize, null);
      if (bytesRead === 0) return Buffer.concat(chunks, size);
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
      if (size > largestFile) throw tooLarge(path);
    }
  } finally {
    await handle.close();
  }
}
