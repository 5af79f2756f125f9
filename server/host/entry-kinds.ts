import { type Dirent, lstatSync, readdirSync, type Stats } from "node:fs";

export type EntryKind = "link" | "other";

/** With this question about a folder's entries its listing becomes the cheaper answer. */
const worthListing = 3;

/**
 * Tells what stands where under a root. Places are relative to it, and have no links on their way.
 *
 * Of a folder of sysfs dozens of attributes are asked for, and to ask whether one is there takes longer than to read
 * it: such a folder is listed, once. Elsewhere folders may be large (`/proc` has one for each process), and little is
 * asked for in them.
 */
export class EntryKinds {
  readonly #questions = new Map<string, number>();
  readonly #listings = new Map<string, ReadonlyMap<string, EntryKind> | null>();

  readonly #absolute: (place: string) => string;

  /** @param absolute A place as a path of this machine. */
  constructor(absolute: (place: string) => string) {
    this.#absolute = absolute;
  }

  /** Null where nothing stands there. */
  at(place: string): EntryKind | null {
    const end = place.lastIndexOf("/");
    const listing = isOfSysfs(place) ? this.#listing(place.slice(0, end)) : null;
    if (listing !== null) return listing.get(place.slice(end + 1)) ?? null;
    // A thrown ENOENT for each of thousands of paths would take most of the time.
    const status = lstatSync(this.#absolute(place), { throwIfNoEntry: false });
    return status === undefined ? null : kindOf(status);
  }

  /** Null where it is not worth it yet, or the folder may be passed but not listed. */
  #listing(folder: string): ReadonlyMap<string, EntryKind> | null {
    const known = this.#listings.get(folder);
    if (known !== undefined) return known;
    const questions = (this.#questions.get(folder) ?? 0) + 1;
    this.#questions.set(folder, questions);
    if (questions < worthListing) return null;
    const listing = list(this.#absolute(folder));
    this.#listings.set(folder, listing);
    return listing;
  }
}

/** Whether the place is below `/sys`, where folders are small, and files are read in pages. */
export function isOfSysfs(place: string): boolean {
  return place.startsWith("sys/");
}

function list(folder: string): ReadonlyMap<string, EntryKind> | null {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Map(entries.map((entry) => [entry.name, kindOf(entry)]));
  } catch {
    return null;
  }
}

function kindOf(entry: Dirent | Stats): EntryKind {
  return entry.isSymbolicLink() ? "link" : "other";
}
