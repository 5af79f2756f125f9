import type { TreeEntry } from "../../host/tree-entries";
import { type Mount, mountsOf, swapsOf } from "../use/mounts";
import { networkMountOf } from "../use/network-file-systems";
import { hasOtherNetworks } from "../use/network-namespaces";
import { mountTableFile } from "../use/open-files";
import { mainMounts, storageTexts } from "../use/read-storage-uses";
import type { UseFacts, UseFiles } from "../use/read-uses";
import { networkSource } from "./connection-entries";
import { fileEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";
import { sourceOf } from "./sources";

/** Stands for all other network namespaces. */
const namespaceLine = "1 1 0:4 net:[1] /run/netns/captured rw - nsfs nsfs rw\n";

/** Where disks are mounted and swapped to. */
export function mountEntries(files: UseFiles, facts: UseFacts, names: Pseudonyms): TreeEntry[] {
  const { first, second } = files;
  const mounts = mainMounts(first, second);
  const swaps = first.text(storageTexts.swaps);
  const namespaces = hasOtherNetworks(files.processes, files.last, mounts) ? namespaceLine : "";
  return [
    ...fileEntry(
      storageTexts.mounts,
      mounts.length === 0 ? null : `${mountTable(mounts, facts, names)}${namespaces}`,
    ),
    ...fileEntry(storageTexts.swaps, swaps === null ? null : swapTable(swaps, facts, names)),
    ...files.processes.elsewhere.flatMap((id) => {
      const known = new Set(mounts.map(({ numbers }) => numbers));
      const table = mountsOf(files.last.text(mountTableFile(id)) ?? "").filter(
        ({ numbers }) => !known.has(numbers),
      );
      const text = mountTable(table, facts, names);
      return fileEntry(mountTableFile(id), text === "" ? null : text);
    }),
  ];
}

/** Only what is mounted from disks, pools or other hosts, and the root; options and the place inside stay behind. */
function mountTable(mounts: readonly Mount[], facts: UseFacts, names: Pseudonyms): string {
  const lines = mounts.flatMap((mount) => {
    const { numbers, place, fileSystem } = mount;
    const source = mountSource(mount, facts, names);
    if (source === null) return [];
    return `1 1 ${numbers || "?"} / ${escaped(names.path(place))} rw - ${fileSystem} ${source}\n`;
  });
  return [...new Set(lines)].join("");
}

/** A mount's source and options; null of what is not kept. */
function mountSource(mount: Mount, facts: UseFacts, names: Pseudonyms): string | null {
  const { source, fileSystem, numbers, place } = mount;
  if (networkMountOf(mount) !== null) return networkSource(mount, facts);
  if (fileSystem === "zfs") return `${escaped(names.pool(source.split("/")[0] ?? ""))} rw`;
  const isKept = source.startsWith("/dev/") || place === "/" || !numbers.startsWith("0:");
  const parts = source.split(":").map((part) => sourceOf(part, facts.storage.stack, names));
  return isKept ? `${escaped(parts.join(":"))} rw` : null;
}

function swapTable(swaps: string, { storage: { stack } }: UseFacts, names: Pseudonyms): string {
  const lines = swapsOf(swaps).map(
    ({ path, isFile }) => `${escaped(sourceOf(path, stack, names))} ${isFile ? "file" : "partition"} 0 0 0\n`,
  );
  return `Filename\tType\tSize\tUsed\tPriority\n${lines.join("")}`;
}

function escaped(text: string): string {
  return text.replace(/[\s\\]/g, (letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, "0")}`);
}
