import type { TreeEntry } from "../../host/tree-entries";
import { targetDisks, targetFirstFolders } from "../use/disk-targets";
import type { UseFacts, UseFiles } from "../use/read-uses";
import { fileEntry, folderEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";
import { sourceOf } from "./sources";

/** Disks that the kernel hands out to others, all as LIO's. */
export function targetEntries(
  { first, second, contents }: UseFiles,
  { storage: { stack } }: UseFacts,
  names: Pseudonyms,
): TreeEntry[] {
  return [
    ...targetFirstFolders.flatMap((folder) => folderEntry(folder, first.lists(folder))),
    ...targetDisks(first, second, contents).flatMap(({ target, path }) =>
      fileEntry(
        `sys/kernel/config/target/core/iblock_0/${names.numbered("target", `${target} ${path}`)}/udev_path`,
        `${sourceOf(path, stack, names)}\n`,
      ),
    ),
  ];
}
