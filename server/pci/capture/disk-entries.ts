import type { HostFiles } from "../../host/host-files";
import { linkedPath, type TreeEntry } from "../../host/tree-entries";
import { blockAttributesOf, blockFolder } from "../use/block-devices";
import { contentOf, udevEntry } from "../use/contents";
import {
  arrayTable,
  bcachefsFolder,
  bcachefsLinks,
  btrfsFolder,
  numberedDevices,
  poolsFolder,
  poolsOf,
} from "../use/read-storage-uses";
import type { UseFiles } from "../use/read-uses";
import { classEntries, fileEntry, folderEntry, linkEntry, upTo } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/** Disks and what is made of them: sizes and kinds, no serial numbers and no ids. */
export function diskEntries({ first, second, contents }: UseFiles, names: Pseudonyms): TreeEntry[] {
  return [
    ...folderEntry(blockFolder, first.lists(blockFolder)),
    ...first.names(blockFolder).flatMap((name) => blockEntries(name, second, names)),
    ...numberedDevices(first, second).flatMap(([, numbers]) =>
      contentEntry(numbers, contents.text(udevEntry(numbers)), names),
    ),
    ...fileEntry(arrayTable, arrayLines(second.text(arrayTable))),
    ...groupEntries(first, second, contents, names),
    ...folderEntry(poolsFolder, first.lists(poolsFolder)),
    ...poolsOf(first, second).flatMap((pool) => folderEntry(`${poolsFolder}/${names.text(pool)}`, true)),
  ];
}

/** What udev found on a disk or partition: the kind of its contents and, of ZFS, the pool. */
function contentEntry(numbers: string, text: string | null, names: Pseudonyms): TreeEntry[] {
  const content = contentOf(text);
  if (content === null) return [];
  const { type, label, uuid } = content;
  const lines = [
    ...(type === null ? [] : [`E:ID_FS_TYPE=${type}`]),
    ...(type === "zfs_member" && label !== null ? [`E:ID_FS_LABEL=${label}`] : []),
    ...(uuid === null ? [] : [`E:ID_FS_UUID=${names.identity(uuid)}`]),
  ];
  return fileEntry(udevEntry(numbers), names.text(`${["I:1", ...lines].join("\n")}\n`));
}

function blockEntries(name: string, files: HostFiles, names: Pseudonyms): TreeEntry[] {
  const path = `${blockFolder}/${name}`;
  const target = files.link(path);
  if (target === null) return [];
  const place = linkedPath(path, names.text(target));
  const attributes = blockAttributesOf(name);
  const kind = attributes.includes("dm/uuid")
    ? (/^[A-Za-z]+/.exec(files.text(`${path}/dm/uuid`) ?? "")?.[0] ?? null)
    : null;
  const kept = attributes.filter((attribute) => attribute !== "dm/uuid");
  return [
    ...classEntries(path, kept, files, (text) => names.path(text)),
    ...fileEntry(`${place}/dm/uuid`, kind),
    ...["slaves", "holders"].flatMap((folder) =>
      files.names(`${path}/${folder}`).flatMap((other) => folderEntry(`${place}/${folder}/${other}`, true)),
    ),
  ];
}

/** Without the serial numbers that Unraid's driver tells. */
function arrayLines(table: string | null): string | null {
  if (table === null) return null;
  const kept = table
    .split("\n")
    .filter((line) => /^(md\S+ : |(mdState|diskName\.\d+|rdevName\.\d+)=)/.test(line));
  return kept.map((line) => `${line}\n`).join("");
}

function groupEntries(
  first: HostFiles,
  second: HostFiles,
  contents: HostFiles,
  names: Pseudonyms,
): TreeEntry[] {
  const btrfs = first
    .names(btrfsFolder)
    .filter((name) => name !== "features")
    .flatMap((name) =>
      second
        .names(`${btrfsFolder}/${name}/devices`)
        .flatMap((device) => folderEntry(`${btrfsFolder}/${names.text(name)}/devices/${device}`, true)),
    );
  const bcachefs = bcachefsLinks(first, second)
    .flat()
    .flatMap((path) => {
      const device = contents.link(path)?.split("/").at(-1);
      const renamed = names.text(path);
      return device === undefined ? [] : linkEntry(renamed, `${upTo(renamed)}${blockFolder}/${device}`);
    });
  return [
    ...folderEntry(btrfsFolder, first.lists(btrfsFolder)),
    ...btrfs,
    ...folderEntry(bcachefsFolder, first.lists(bcachefsFolder)),
    ...bcachefs,
  ];
}
