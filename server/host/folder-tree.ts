import { resolve } from "node:path";
import pMap from "p-map";
import { AppError } from "../errors";
import { FolderReader } from "./folder-reader";
import { HostFiles, type ReadBatch } from "./host-files";
import type { HostTree } from "./host-tree";

/** How long a batch may hold the event loop before others get their turn, in milliseconds. */
const turnLength = 4;

/** Files that are open at once beside the event loop. */
const readsAside = 16;

interface FolderTreeOptions {
  /** What opening a device of the folder answers: an error's code, "" where it opens. Default: that nobody tried. */
  opened?: string;
}

/**
 * The host whose files stand under a folder: `/` for the machine itself, else a captured host.
 *
 * Files are read synchronously, in turns of a few milliseconds: sysfs and procfs answer from memory in
 * microseconds, where the way through the thread pool costs ten times as much, and hundreds of devices have
 * thousands of attributes.
 */
export function folderTree(root: string, { opened }: FolderTreeOptions = {}): HostTree {
  const folder = resolve(root);
  const once = <Value>(read: (reader: FolderReader) => Value) =>
    Promise.resolve(new FolderReader(folder)).then(read);
  return {
    name: folder,
    readText: (path) => once((reader) => reader.text(path)),
    readBytes: (path) => once((reader) => reader.bytes(path)),
    readLink: (path) => once((reader) => reader.link(path)),
    list: (path) => once((reader) => reader.names(path) ?? []),
    readMany: (batch) => readBatch(new FolderReader(folder), batch, opened),
  };
}

async function readBatch(reader: FolderReader, batch: ReadBatch, opened?: string): Promise<HostFiles> {
  const turns = new Turns();
  const read = <Value>(paths: readonly string[] | undefined, one: (path: string) => Value, none: Value) =>
    turns.map(paths ?? [], batch.skipForbidden === true ? skippingForbidden(one, none) : one);
  return new HostFiles({
    texts: await read(batch.texts, (path) => reader.text(path), null),
    links: await read(batch.links, (path) => reader.link(path), null),
    folders: await read(batch.folders, (path) => reader.names(path), null),
    presence: await read(batch.presence, (path) => reader.has(path), false),
    bytes: await readAside(batch.bytes, batch, (path) => reader.bytesAside(path)),
    deviceNumbers: await readAside(batch.deviceNumbers, batch, (path) => reader.deviceNumbersAside(path)),
    opened: await readAside(batch.opened, batch, async (path) =>
      opened !== undefined && reader.has(path) ? opened : reader.openedAside(path),
    ),
  });
}

/**
 * Bytes are read in the thread pool: they are the configuration spaces of devices, and the kernel lets
 * their readers wait while a device is being reset (`pci_wait_cfg` in drivers/pci/access.c), for a minute at worst.
 * So are the numbers of what others have open, which its file system is asked for.
 */
async function readAside<Value>(
  paths: readonly string[] = [],
  { skipForbidden }: ReadBatch,
  one: (path: string) => Promise<Value | null>,
): Promise<Map<string, Value | null>> {
  const read = async (path: string): Promise<[string, Value | null]> => {
    try {
      return [path, await one(path)];
    } catch (error) {
      if (skipForbidden === true && isForbidden(error)) return [path, null];
      throw error;
    }
  };
  return new Map(await pMap(paths, read, { concurrency: readsAside }));
}

function skippingForbidden<Value>(read: (path: string) => Value, none: Value): (path: string) => Value {
  return (path) => {
    try {
      return read(path);
    } catch (error) {
      if (isForbidden(error)) return none;
      throw error;
    }
  };
}

function isForbidden(error: unknown): boolean {
  return error instanceof AppError && error.code === "forbidden";
}

/** Shares the event loop: does work until its turn is over, then lets everybody else go first. */
class Turns {
  #end = performance.now() + turnLength;

  async map<Value>(paths: readonly string[], read: (path: string) => Value): Promise<Map<string, Value>> {
    const found = new Map<string, Value>();
    for (const path of paths) {
      if (performance.now() >= this.#end) await this.#letOthersGo();
      found.set(path, read(path));
    }
    return found;
  }

  async #letOthersGo(): Promise<void> {
    await new Promise((resolveTurn) => setImmediate(resolveTurn));
    this.#end = performance.now() + turnLength;
  }
}
