import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";

/**
 * The files of the made-up host, in a folder of Passdeck's own state. Paths are as in HostTree: without a leading slash.
 * Each call is over when it returns, so that nobody reads what is half changed.
 */
export class MadeUpFiles {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** A file's text, or null where there is none. */
  text(path: string): string | null {
    const place = join(this.root, path);
    return existsSync(place) && lstatSync(place).isFile() ? readFileSync(place, "utf8") : null;
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** Names in a folder, sorted; none where there is no such folder. */
  names(folder: string): string[] {
    return this.has(folder) ? readdirSync(join(this.root, folder)).sort() : [];
  }

  /** Where a link leads, from the root on; null where there is no link. */
  target(path: string): string | null {
    const place = join(this.root, path);
    const stats = lstatSync(place, { throwIfNoEntry: false });
    return stats?.isSymbolicLink() === true ? posix.join(dirname(path), readlinkSync(place)) : null;
  }

  write(path: string, content: string | Uint8Array): void {
    this.folder(dirname(path));
    writeFileSync(join(this.root, path), content);
  }

  folder(path: string): void {
    mkdirSync(join(this.root, path), { recursive: true });
  }

  /** Makes a link as sysfs does, relative to its own folder. @param to From the root on. */
  link(path: string, to: string): void {
    this.folder(dirname(path));
    this.remove(path);
    symlinkSync(posix.relative(dirname(path), to), join(this.root, path));
  }

  /** Takes away whatever stands there. */
  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  /** Takes over what stands at a place of another host, with its links as they are. */
  takeOver(from: MadeUpFiles, path: string, as = path): void {
    if (!from.has(path)) return;
    this.folder(dirname(as));
    cpSync(join(from.root, path), join(this.root, as), { recursive: true, verbatimSymlinks: true });
  }
}
