import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";

/** A file, link or folder of a captured host; its path is relative to the host's root. */
export type TreeEntry =
  | { kind: "file"; path: string; text: string | Uint8Array }
  | { kind: "link"; path: string; target: string }
  | { kind: "folder"; path: string };

/**
 * Writes entries under a folder. Where paths collide the first entry stands; an entry below a link is left out, so
 * that nothing is written outside of the folder whatever the links say.
 */
export async function writeTree(folder: string, entries: readonly TreeEntry[]): Promise<void> {
  const written = withoutCollisions(entries);
  const folders = written.map((entry) => (entry.kind === "folder" ? entry.path : posix.dirname(entry.path)));
  await inBatches([...new Set(folders)], (path) => mkdir(join(folder, path), { recursive: true }));
  await inBatches(written, (entry) => writeEntry(join(folder, entry.path), entry));
}

async function writeEntry(place: string, entry: TreeEntry): Promise<void> {
  if (entry.kind === "file") await writeFile(place, entry.text);
  if (entry.kind === "link") await symlink(entry.target, place);
}

/** So many at once that the disk is busy, and so few that no limit on open files is met. */
async function inBatches<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += 64) {
    await Promise.all(items.slice(start, start + 64).map(work));
  }
}

/** Where a link of the tree leads, relative to the root, which it can't leave. */
export function linkedPath(linkPath: string, target: string): string {
  return posix.resolve(`/${posix.dirname(linkPath)}`, target).slice(1);
}

function withoutCollisions(entries: readonly TreeEntry[]): TreeEntry[] {
  const links = new Set(entries.filter((entry) => entry.kind === "link").map((entry) => entry.path));
  const folders = new Set(entries.flatMap((entry) => foldersAbove(entry.path)));
  const taken = new Set<string>();
  return entries.filter((entry) => {
    const isFree = !taken.has(entry.path) && (entry.kind === "folder" || !folders.has(entry.path));
    taken.add(entry.path);
    return isFree && !foldersAbove(entry.path).some((above) => links.has(above));
  });
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
