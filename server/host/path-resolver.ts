import { lstatSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { ifPresent } from "./file-errors";

/** As many links as the kernel follows in one path before it gives up (path_resolution(7)). */
const mostLinks = 40;

/**
 * Finds where a path of a host's tree really stands, without ever leaving the root: the root is to its links what
 * `/` is to a process after chroot(2). Steps that were taken once are remembered, so make one per pass.
 */
export class PathResolver {
  readonly #steps = new Map<string, string | null>();

  constructor(readonly root: string) {}

  /**
   * The real place of a path, relative to the root, with every link on the way followed, or null where nothing
   * stands there or its links run in circles.
   */
  resolve(path: string): string | null {
    return this.#walk("", path, mostLinks);
  }

  /** As {@link resolve}, but the path's last part itself is not followed. */
  resolveFolderOf(path: string): { folder: string; name: string } | null {
    const end = path.lastIndexOf("/");
    const folder = this.resolve(end < 0 ? "" : path.slice(0, end));
    return folder === null ? null : { folder, name: path.slice(end + 1) };
  }

  /** A path of the tree as one of this machine. */
  absolute(path: string): string {
    return join(this.root, path);
  }

  #walk(from: string, path: string, links: number): string | null {
    let place: string | null = path.startsWith("/") ? "" : from;
    for (const part of path.split("/")) {
      if (place === null) return null;
      if (part === "" || part === ".") continue;
      place = part === ".." ? parentOf(place) : this.#step(place === "" ? part : `${place}/${part}`, links);
    }
    return place;
  }

  #step(place: string, links: number): string | null {
    const known = this.#steps.get(place);
    if (known !== undefined) return known;
    const real = ifPresent(() => this.#look(place, links), `/${place}`);
    this.#steps.set(place, real);
    return real;
  }

  /** Asks by lstat(2), because a thrown ENOENT or EINVAL for each of thousands of paths takes most of the time. */
  #look(place: string, links: number): string | null {
    const status = lstatSync(this.absolute(place), { throwIfNoEntry: false });
    if (status === undefined) return null;
    if (!status.isSymbolicLink()) return place;
    return links === 0 ? null : this.#walk(parentOf(place), readlinkSync(this.absolute(place)), links - 1);
  }
}

function parentOf(place: string): string {
  const end = place.lastIndexOf("/");
  return end < 0 ? "" : place.slice(0, end);
}
