import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file with how it is kept. */
interface OriginalFile {
  bytes: Uint8Array;
  mode: number;
  uid: number;
  gid: number;
}

/**
 * Files of hosts as they were before Passdeck first changed them, each once, untouched ever after: also who can't start
 * Passdeck finds them, in `originals/HOST/` of the state folder, with a file beside each that tells owner and mode.
 */
export class OriginalFiles {
  readonly #folder: string;

  /** @param stateFolder Of Passdeck's. */
  constructor(stateFolder: string) {
    this.#folder = join(stateFolder, "originals");
  }

  /** Where those of a host stand. */
  folderOf(hostId: string): string {
    return join(this.#folder, encodeURIComponent(hostId));
  }

  /** Where the original of a file stands. @param path Without a leading slash. */
  placeOf(hostId: string, path: string): string {
    return join(this.folderOf(hostId), path);
  }

  /** Throws those of a host away: it is another one. */
  forget(hostId: string): void {
    rmSync(this.folderOf(hostId), { recursive: true, force: true });
  }

  /** Keeps one, unless it is kept already. It is on the disk when this returns. */
  keep(hostId: string, path: string, { bytes, mode, uid, gid }: OriginalFile): void {
    const place = this.placeOf(hostId, path);
    if (existsSync(place)) return;
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    chmodSync(this.#folder, 0o700);
    const facts = { path: `/${path}`, mode: mode.toString(8).padStart(4, "0"), uid, gid };
    keepOnce(`${place}.owner.json`, Buffer.from(`${JSON.stringify(facts)}\n`));
    keepOnce(place, bytes);
  }
}

/** A file that is there stays, whole, whoever else writes one of its name at the same time. */
function keepOnce(place: string, bytes: Uint8Array): void {
  const temporary = join(dirname(place), `.${basename(place)}.${process.pid}`);
  rmSync(temporary, { force: true });
  const file = openSync(temporary, "wx", 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (!existsSync(place)) linkSync(temporary, place);
  rmSync(temporary);
  const folder = openSync(dirname(place), "r");
  fsyncSync(folder);
  closeSync(folder);
}
