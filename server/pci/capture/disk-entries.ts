import type { HostFiles } from "../../host/host-files";
import { linkedPath, type TreeEntry } from "../../host/tree-entries";
import { blockAttributesOf, blockFolder } from "../use/block-devices";
import { type BlockStack, volumeName } from "../use/block-stack";
import { contentOf, udevEntry } from "../use/contents";
import { arrayTable } from "../use/read-configuration";
import {
  bcachefsFolder,
  bcachefsLinks,
  btrfsFolder,
  heldDevices,
  numberedDevices,
  poolsFolder,
  poolsOf,
} from "../use/read-storage-uses";
import type { UseFacts, UseFiles } from "../use/read-uses";
import { classEntries, fileEntry, folderEntry, linkEntry, upTo } from "./entries";
import type { Pseudonyms } from "./pseudonyms";
import { sourceOf } from "./sources";

/** Disks and what is made of them: sizes and kinds, no serial numbers and no ids. */
export function diskEntries(
  { first, second, contents }: UseFiles,
  { storage: { stack } }: UseFacts,
  names: Pseudonyms,
): TreeEntry[] {
  return [
    ...folderEntry(blockFolder, first.lists(blockFolder)),
    ...first.names(blockFolder).flatMap((name) => blockEntries(name, second, stack, names)),
    ...numberedDevices(first, second).flatMap(([, numbers]) =>
      contentEntry(numbers, contents.text(udevEntry(numbers)), names),
    ),
    ...fileEntry(arrayTable, arrayLines(second.text(arrayTable))),
    ...groupEntries(first, second, contents, names),
    ...holderEntries(first),
    ...folderEntry(poolsFolder, first.lists(poolsFolder)),
    ...poolsOf(first, second).flatMap((pool) => folderEntry(`${poolsFolder}/${names.pool(pool)}`, true)),
  ];
}

/** What udev found on a disk or partition: the kind of its contents and, of ZFS, the pool. */
function contentEntry(numbers: string, text: string | null, names: Pseudonyms): TreeEntry[] {
  const content = contentOf(text);
  if (content === null) return [];
  const { type, label, uuid, isAmbivalent } = content;
  const lines = [
    ...(type === null ? [] : [`E:ID_FS_TYPE=${type}`]),
    ...(type === "zfs_member" && label !== null ? [`E:ID_FS_LABEL=${names.pool(label)}`] : []),
    ...(isAmbivalent ? ["E:ID_FS_AMBIVALENT=left-out"] : []),
    ...(uuid === null ? [] : [`E:ID_FS_UUID=${names.identity(uuid)}`]),
  ];
  return fileEntry(udevEntry(numbers), `${["I:1", ...lines].join("\n")}\n`);
}

function blockEntries(name: string, files: HostFiles, stack: BlockStack, names: Pseudonyms): TreeEntry[] {
  const path = `${blockFolder}/${name}`;
  const target = files.link(path);
  if (target === null) return [];
  const place = linkedPath(path, names.text(target));
  const attributes = blockAttributesOf(name);
  const kind = attributes.includes("dm/uuid")
    ? (/^[A-Za-z]+/.exec(files.text(`${path}/dm/uuid`) ?? "")?.[0] ?? null)
    : null;
  const backing = stack.devices.get(name)?.backing ?? null;
  const renamed: Readonly<Record<string, string | null>> = {
    "dm/uuid": kind,
    "dm/name": attributes.includes("dm/name") ? labelOf(files.word(`${path}/dm/name`), kind, names) : null,
    "loop/backing_file": backing === null ? null : sourceOf(backing, stack, names),
    backing_dev: backing === null ? null : sourceOf(backing, stack, names),
  };
  return [
    ...classEntries(
      path,
      attributes.filter((attribute) => !Object.hasOwn(renamed, attribute)),
      files,
      (text) => names.text(text),
    ),
    ...attributes.flatMap((attribute) => fileEntry(`${place}/${attribute}`, renamed[attribute] ?? null)),
    ...["slaves", "holders"].flatMap((folder) =>
      files.names(`${path}/${folder}`).flatMap((other) => folderEntry(`${place}/${folder}/${other}`, true)),
    ),
  ];
}

/** What the device mapper calls a device, in numbers: "group0-volume1" of LVM. */
function labelOf(label: string | null, kind: string | null, names: Pseudonyms): string | null {
  if (label === null) return null;
  if (kind !== "LVM") return names.numbered((kind ?? "mapped").toLowerCase(), label);
  const { group, volume } = volumeName(label);
  const found = [
    names.numbered("group", group),
    ...(volume === null ? [] : [names.numbered("volume", label)]),
  ];
  // A dash inside of a name would be doubled (lvm(8)).
  return found.map((name) => name.replaceAll("-", "")).join("-");
}

/** Without the serial numbers that Unraid's driver tells. */
function arrayLines(table: string | null): string | null {
  if (table === null) return null;
  const kept = table
    .split("\n")
    .filter((line) => /^(md\S+ : |(mdState|diskName\.\d+|rdevName\.\d+)=)/.test(line));
  return kept.map((line) => `${line}\n`).join("");
}

/** What drivers of file systems have mounted. */
function holderEntries(first: HostFiles): TreeEntry[] {
  return heldDevices(first).flatMap(({ folder, name }) => folderEntry(`${folder}/${name}`, true));
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
