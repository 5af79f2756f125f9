import { readlinkSync } from "node:fs";
import { EntryKinds, isOfSysfs } from "./entry-kinds";
import { ifPresent } from "./file-errors";

/** As many links as the kernel follows in one path before it gives up (path_resolution(7)). */
const mostLinks = 40;

/**
 * Finds where a path of a host's tree really stands, without ever leaving the root: the root is to its links what
 * `/` is to a process after chroot(2). Steps that were taken once are remembered, so make one per pass.
 */
export class PathResolver {
  readonly #steps = new Map<string, string | null>();
  readonly #folders = new Map<string, string | null>();
  readonly #prefix: string;
  readonly #kinds = new EntryKinds((place) => this.absolute(place));

  /** @param root A folder's absolute path. */
  constructor(root: string) {
    this.#prefix = root.endsWith("/") ? root : `${root}/`;
  }

  /**
   * The real place of a path, relative to the root, with every link on the way followed, or null where nothing
   * stands there or its links run in circles.
   */
  resolve(path: string): string | null {
    const { folder, name } = parted(path);
    const place = this.#resolveFolder(folder);
    return place === null ? null : this.#walk(place, name, mostLinks);
  }

  /**
   * As {@link resolve}, but the path's last part itself is not followed: where a link stands, or null. Outside of sysfs
   * only reading it tells whether it is one: to ask before would double the cost of a process's open files.
   */
  linkAt(path: string): string | null {
    const { folder, name } = parted(path);
    const real = this.#resolveFolder(folder);
    if (real === null) return null;
    const place = real === "" ? name : `${real}/${name}`;
    return !isOfSysfs(place) || this.#kinds.at(place) === "link" ? place : null;
  }

  /** A real place as a path of this machine. */
  absolute(place: string): string {
    return this.#prefix + place;
  }

  /** Many paths are asked for that differ in nothing but their last part. */
  #resolveFolder(path: string): string | null {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const place = this.#walk("", path, mostLinks);
    this.#folders.set(path, place);
    return place;
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

  #look(place: string, links: number): string | null {
    const kind = this.#kinds.at(place);
    if (kind !== "link") return kind && place;
    return links === 0 ? null : this.#walk(parentOf(place), readlinkSync(this.absolute(place)), links - 1);
  }
}

function parted(path: string): { folder: string; name: string } {
  const end = path.lastIndexOf("/");
  return { folder: end < 0 ? "" : path.slice(0, end), name: path.slice(end + 1) };
}

function parentOf(place: string): string {
  const end = place.lastIndexOf("/");
  return end < 0 ? "" : place.slice(0, end);
}
