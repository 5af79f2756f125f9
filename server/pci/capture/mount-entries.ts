import type { TreeEntry } from "../../host/tree-entries";
import { configuredStorageOf } from "../use/configured-storage";
import { type Mount, mountsOf, swapsOf } from "../use/mounts";
import { mountTableFile } from "../use/open-files";
import { configurationFiles, mainMounts, storageTexts } from "../use/read-storage-uses";
import type { UseFacts, UseFiles } from "../use/read-uses";
import { fileEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/** Where disks are mounted and swapped to, and what of them the host's configuration names. */
export function mountEntries(files: UseFiles, facts: UseFacts, names: Pseudonyms): TreeEntry[] {
  const { first, second } = files;
  const mounts = mainMounts(first, second);
  const swaps = first.text(storageTexts.swaps);
  return [
    ...fileEntry(storageTexts.mounts, mounts.length === 0 ? null : mountTable(mounts, names)),
    ...fileEntry(storageTexts.swaps, swaps === null ? null : swapTable(swaps, names)),
    ...files.processes.elsewhere.flatMap((id) => {
      const known = new Set(mounts.map(({ numbers }) => numbers));
      const table = mountsOf(files.last.text(mountTableFile(id)) ?? "").filter(
        ({ numbers }) => !known.has(numbers),
      );
      const text = mountTable(table, names);
      return fileEntry(mountTableFile(id), text === "" ? null : text);
    }),
    ...configurationEntries(files, facts, names),
  ];
}

/** Only what is mounted from disks or pools, and the root; options and the place inside the file system stay behind. */
function mountTable(mounts: readonly Mount[], names: Pseudonyms): string {
  const kept = mounts.filter(
    ({ source, fileSystem, numbers, place }) =>
      source.startsWith("/dev/") || fileSystem === "zfs" || place === "/" || !numbers.startsWith("0:"),
  );
  const lines = kept.map(({ numbers, place, fileSystem, source }) => {
    const pool = fileSystem === "zfs" ? (source.split("/")[0] ?? "") : source;
    return `1 1 ${numbers || "?"} / ${escaped(names.path(place))} rw - ${fileSystem} ${escaped(names.text(pool))} rw\n`;
  });
  return [...new Set(lines)].join("");
}

function swapTable(swaps: string, names: Pseudonyms): string {
  const lines = swapsOf(swaps).map(
    ({ path, isFile }) => `${escaped(names.path(path))} ${isFile ? "file" : "partition"} 0 0 0\n`,
  );
  return `Filename\tType\tSize\tUsed\tPriority\n${lines.join("")}`;
}

/**
 * The lines of fstab and crypttab that are about a disk of this host, by the kernel's name of it. A list that is there
 * and could not be read stays one.
 */
function configurationEntries(
  { first, second }: UseFiles,
  { storage: { stack } }: UseFacts,
  names: Pseudonyms,
): TreeEntry[] {
  return Object.entries(configurationFiles).flatMap(([kind, path]): TreeEntry[] => {
    const text = second.text(path);
    if (text === null)
      return first.names("etc").includes(path.slice("etc/".length)) ? [{ kind: "folder", path }] : [];
    const lines = text.split("\n").flatMap((line) => {
      const only = { fileSystems: "", encrypted: "", commandLine: "", [kind]: line };
      const [entry] = configuredStorageOf(only);
      const device = entry === undefined ? null : stack.named(entry.specification);
      if (entry === undefined || (device === null && !entry.specification.startsWith("UUID="))) return [];
      const source = device === null ? `UUID=${names.identity(entry.specification)}` : `/dev/${device.name}`;
      return kind === "encrypted"
        ? [`${names.text(line.trim().split(/\s+/)[0] ?? "")} ${source} none\n`]
        : [fileSystemLine(line, source, names)];
    });
    return lines.length === 0 ? [] : fileEntry(path, lines.join(""));
  });
}

function fileSystemLine(line: string, source: string, names: Pseudonyms): string {
  const [, place = "", type = ""] = line.trim().split(/\s+/);
  return `${source} ${names.path(place)} ${type} defaults 0 0\n`;
}

function escaped(text: string): string {
  return text.replace(/[\s\\]/g, (letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, "0")}`);
}
