import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";

/** A file, link or folder of a captured host; its path is relative to the host's root. */
export type TreeEntry =
  | { kind: "file"; path: string; text: string }
  | { kind: "link"; path: string; target: string }
  | { kind: "folder"; path: string };

/**
 * Writes entries under a folder. Where paths collide the first entry stands; an entry below a link is left out, so
 * that nothing is written outside of the folder whatever the links say.
 */
export async function writeTree(folder: string, entries: readonly TreeEntry[]): Promise<void> {
  for (const entry of withoutCollisions(entries)) {
    const place = join(folder, entry.path);
    await mkdir(entry.kind === "folder" ? place : dirname(place), { recursive: true });
    if (entry.kind === "file") await writeFile(place, entry.text);
    if (entry.kind === "link") await symlink(entry.target, place);
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
