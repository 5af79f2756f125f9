import type { HostFiles } from "../../host/host-files";
import { linkedPath, type TreeEntry } from "../../host/tree-entries";
import { blockFolder } from "../use/block-devices";
import { contentOf } from "../use/file-systems";
import { type Mount, mountsOf, swapPartitionsOf } from "../use/mounts";
import { btrfsFolder, poolsFolder, storageTexts, udevEntry } from "../use/read-storage-uses";
import { classEntries, fileEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/** Disks, what is made of them and where it is mounted: sizes and kinds, no serial numbers and no ids. */
export function diskEntries(first: HostFiles, second: HostFiles, names: Pseudonyms): TreeEntry[] {
  const text = (path: string) => first.text(path) ?? "";
  return [
    ...first.names(blockFolder).flatMap((name) => blockEntries(name, second, names)),
    ...btrfsEntries(first, second, names),
    ...first
      .names(poolsFolder)
      .map((pool): TreeEntry => ({ kind: "folder", path: `${poolsFolder}/${names.text(pool)}` })),
    ...fileEntry(storageTexts.mounts, mountTable(mountsOf(text(storageTexts.mounts)), names)),
    ...fileEntry(storageTexts.swaps, swapTable(swapPartitionsOf(text(storageTexts.swaps)), names)),
  ];
}

/** What udev found on each disk and partition: the kind of its contents and, of ZFS, the pool. */
export function contentEntries(
  entries: readonly (readonly [numbers: string, text: string | null])[],
  names: Pseudonyms,
): TreeEntry[] {
  return entries.flatMap(([numbers, text]) => {
    const content = contentOf(text);
    if (content === null) return [];
    const label = content.type === "zfs_member" && content.label !== null ? content.label : null;
    const lines = [`E:ID_FS_TYPE=${content.type}`, ...(label === null ? [] : [`E:ID_FS_LABEL=${label}`])];
    return fileEntry(udevEntry(numbers), names.text(`${lines.join("\n")}\n`));
  });
}

function blockEntries(name: string, files: HostFiles, names: Pseudonyms): TreeEntry[] {
  const path = `${blockFolder}/${name}`;
  const target = files.link(path);
  if (target === null) return [];
  const place = linkedPath(path, names.text(target));
  const mapper = /^[A-Za-z]+/.exec(files.text(`${path}/dm/uuid`) ?? "")?.[0] ?? null;
  return [
    ...classEntries(path, ["dev", "size", "dm/name", "md/level"], files, (text) => names.text(text)),
    ...fileEntry(`${place}/dm/uuid`, mapper),
    ...files
      .names(`${path}/slaves`)
      .map((slave): TreeEntry => ({ kind: "folder", path: `${place}/slaves/${slave}` })),
  ];
}

function btrfsEntries(first: HostFiles, second: HostFiles, names: Pseudonyms): TreeEntry[] {
  return first
    .names(btrfsFolder)
    .filter((name) => name !== "features")
    .flatMap((name) =>
      second.names(`${btrfsFolder}/${name}/devices`).map(
        (device): TreeEntry => ({
          kind: "folder",
          path: `${btrfsFolder}/${names.text(name)}/devices/${device}`,
        }),
      ),
    );
}

/** Only what is mounted from disks or pools; options and the place inside the file system stay behind. */
function mountTable(mounts: readonly Mount[], names: Pseudonyms): string {
  const kept = mounts.filter(({ source, fileSystem }) => source.startsWith("/dev/") || fileSystem === "zfs");
  const lines = kept.map(({ numbers, place, fileSystem, source }) => {
    const pool = fileSystem === "zfs" ? (source.split("/")[0] ?? "") : source;
    return `1 1 ${numbers} / ${escaped(names.path(place))} rw - ${fileSystem} ${escaped(names.text(pool))} rw\n`;
  });
  return lines.join("");
}

function swapTable(paths: readonly string[], names: Pseudonyms): string {
  const lines = paths.map((path) => `${escaped(names.text(path))} partition 0 0 0\n`);
  return `Filename\tType\tSize\tUsed\tPriority\n${lines.join("")}`;
}

function escaped(text: string): string {
  return text.replace(/[\s\\]/g, (letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, "0")}`);
}
