/** What to read of a host in one go. Paths are relative to its root, without a leading slash: `proc/cpuinfo`. */
export interface ReadBatch {
  /** Files whose text is wanted. */
  texts?: readonly string[];
  /** Symbolic links whose target, as written, is wanted. */
  links?: readonly string[];
  /** Folders whose entries' names are wanted. */
  folders?: readonly string[];
  /** Paths of which only their being there matters. */
  presence?: readonly string[];
  /** Files whose bytes are wanted; they may keep their reader waiting. */
  bytes?: readonly string[];
  /** Open files (proc/PID/fd/N) of which the device's numbers are wanted. */
  deviceNumbers?: readonly string[];
  /** Devices that are opened and closed again, to learn whether their driver answers. */
  opened?: readonly string[];
  /** What may not be read counts as not there. Without it, that is an error. */
  skipForbidden?: boolean;
}

interface FoundFiles {
  texts: ReadonlyMap<string, string | null>;
  links: ReadonlyMap<string, string | null>;
  folders: ReadonlyMap<string, readonly string[] | null>;
  presence: ReadonlyMap<string, boolean>;
  bytes: ReadonlyMap<string, Uint8Array | null>;
  deviceNumbers: ReadonlyMap<string, string | null>;
  opened: ReadonlyMap<string, string | null>;
}

/**
 * The answer to a {@link ReadBatch}: a snapshot that pure functions turn into facts. Asking it for a path that
 * was not in the batch is a mistake in the program and throws, so that no fact is "missing" by oversight.
 */
export class HostFiles {
  constructor(readonly found: FoundFiles) {}

  /** With what was found elsewhere. */
  with({ found }: HostFiles): HostFiles {
    const own = this.found;
    return new HostFiles({
      texts: new Map([...own.texts, ...found.texts]),
      links: new Map([...own.links, ...found.links]),
      folders: new Map([...own.folders, ...found.folders]),
      presence: new Map([...own.presence, ...found.presence]),
      bytes: new Map([...own.bytes, ...found.bytes]),
      deviceNumbers: new Map([...own.deviceNumbers, ...found.deviceNumbers]),
      opened: new Map([...own.opened, ...found.opened]),
    });
  }

  /** The file's text, or null where there is none. */
  text(path: string): string | null {
    return asked(this.found.texts.get(path), path);
  }

  /** The text without surrounding white space, or null where there is none or it is empty. */
  word(path: string): string | null {
    return this.text(path)?.trim() || null;
  }

  /** The link's target as written, or null where there is no such link. */
  link(path: string): string | null {
    return asked(this.found.links.get(path), path);
  }

  /** Names of the folder's entries, sorted; none where there is no such folder. */
  names(folder: string): readonly string[] {
    return asked(this.found.folders.get(folder), folder) ?? [];
  }

  /** Whether the folder is there and could be listed: an empty one tells something, an unread one nothing. */
  lists(folder: string): boolean {
    return asked(this.found.folders.get(folder), folder) !== null;
  }

  /** The file's bytes, or null where there is none. */
  bytes(path: string): Uint8Array | null {
    return asked(this.found.bytes.get(path), path);
  }

  /** "char/226:1" or "block/8:0", as below sys/dev; null of what is no device, and of a record. */
  deviceNumbers(path: string): string | null {
    return asked(this.found.deviceNumbers.get(path), path);
  }

  /** "" of a device that opens to read and write, else the system's error code ("EACCES"); null in a record. */
  opened(path: string): string | null {
    return asked(this.found.opened.get(path), path);
  }

  /** Whether anything stands at the path. */
  has(path: string): boolean {
    return asked(this.found.presence.get(path), path);
  }
}

function asked<Value>(value: Value | undefined, path: string): Value {
  if (value === undefined) throw new Error(`${path} was not part of the batch that was read`);
  return value;
}
