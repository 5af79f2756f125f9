/** What a disk or partition holds and how it is called, as udev's database has it (udev(7), blkid's builtin). */
export interface Content {
  /** "ext4", "zfs_member", "LVM2_member"; null of what holds nothing that udev knows. */
  type: string | null;
  /** udev found signatures of several kinds, of which it believes none (blkid(8), "ambivalent"). */
  isAmbivalent: boolean;
  label: string | null;
  /** The file system's UUID, as `blkid` tells it. */
  uuid: string | null;
  partitionUuid: string | null;
  partitionLabel: string | null;
  /** Its further names below /dev: "disk/by-uuid/2f3e…", "mapper/vg-root". */
  links: readonly string[];
}

/** Reads an entry of udev's database, run/udev/data/b259:2; null where there is none. */
export function contentOf(entry: string | null): Content | null {
  if (entry === null) return null;
  const links = [...entry.matchAll(/^S:(\S{1,400})$/gm)].map(([, link]) => link ?? "");
  const property = (name: string) => new RegExp(`^E:${name}=(\\S{1,256})$`, "m").exec(entry)?.[1] ?? null;
  const linked = (kind: string) =>
    links.find((link) => link.startsWith(`disk/${kind}/`))?.slice(`disk/${kind}/`.length) ?? null;
  return {
    type: /^E:ID_FS_TYPE=([\w.-]{1,40})$/m.exec(entry)?.[1] ?? null,
    isAmbivalent: /^E:ID_FS_AMBIVALENT=/m.test(entry),
    label: property("ID_FS_LABEL_ENC") ?? property("ID_FS_LABEL") ?? linked("by-label"),
    uuid: property("ID_FS_UUID") ?? linked("by-uuid"),
    partitionUuid: property("ID_PART_ENTRY_UUID") ?? linked("by-partuuid"),
    partitionLabel: property("ID_PART_ENTRY_NAME") ?? linked("by-partlabel"),
    links,
  };
}

/** Where udev keeps what it knows of a block device. */
export function udevEntry(numbers: string): string {
  return `run/udev/data/b${numbers}`;
}
