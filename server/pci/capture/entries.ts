import type { HostFiles } from "../../host/host-files";
import { linkedPath, type TreeEntry } from "../../host/tree-entries";

/** A file of a captured host, where the host has it. */
export function fileEntry(path: string, text: string | Uint8Array | null): TreeEntry[] {
  return text === null ? [] : [{ kind: "file", path, text }];
}

/** A link of a captured host, where the host has it. */
export function linkEntry(path: string, target: string | null): TreeEntry[] {
  return target === null ? [] : [{ kind: "link", path, target }];
}

/** From a path's folder up to the root, for the target of a link there. */
export function upTo(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

/** A folder of a captured host, where the host has it. */
export function folderEntry(path: string, isThere: boolean): TreeEntry[] {
  return isThere ? [{ kind: "folder", path }] : [];
}

/**
 * A link of sysfs's classes with the attributes behind it, written where the link leads.
 * @param rewrite Takes out of names and texts what must stay on the host.
 */
export function classEntries(
  path: string,
  attributes: readonly string[],
  files: HostFiles,
  rewrite: (text: string) => string,
): TreeEntry[] {
  const target = files.link(path);
  if (target === null) return [];
  const place = linkedPath(rewrite(path), rewrite(target));
  return [
    ...linkEntry(rewrite(path), rewrite(target)),
    { kind: "folder", path: place },
    ...attributes.flatMap((name) => {
      const text = files.text(`${path}/${name}`);
      return fileEntry(`${place}/${name}`, text === null ? null : rewrite(text));
    }),
  ];
}
