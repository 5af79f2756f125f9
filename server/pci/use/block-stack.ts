import type { BlockDevice } from "./block-devices";
import type { Content } from "./contents";

/** Block devices and what they are made of: LVM on encryption on RAID on partitions. */
export class BlockStack {
  readonly #byNumbers: ReadonlyMap<string, BlockDevice>;
  readonly #byPath: ReadonlyMap<string, BlockDevice>;

  /** @param contents By block device: what udev knows of it. */
  constructor(
    readonly devices: ReadonlyMap<string, BlockDevice>,
    readonly contents: ReadonlyMap<string, Content>,
  ) {
    const all = [...devices.values()];
    this.#byNumbers = new Map(all.flatMap((device) => (device.numbers ? [[device.numbers, device]] : [])));
    this.#byPath = new Map(all.flatMap((device) => pathsOf(device, contents).map((path) => [path, device])));
  }

  /** The device with this major and minor number ("259:2"). */
  numbered(numbers: string): BlockDevice | null {
    return this.#byNumbers.get(numbers) ?? null;
  }

  /** The device at a path: "/dev/sda2", "/dev/mapper/vg-root", "/dev/vg/root", "/dev/disk/by-id/…". */
  at(path: string): BlockDevice | null {
    return path.startsWith("/dev/") ? (this.#byPath.get(path) ?? null) : null;
  }

  /** The device of a mount table's or fstab(5)'s source: a path, or "UUID=2f3e…". */
  named(specification: string): BlockDevice | null {
    return this.allNamed(specification)[0] ?? null;
  }

  /** All devices of a source: the members of an array or of a Btrfs have the same UUID. */
  allNamed(specification: string): BlockDevice[] {
    const match = /^(?:(UUID|LABEL|PARTUUID|PARTLABEL|ID)=|\/dev\/disk\/by-([a-z]+)\/)(.+)$/.exec(
      specification,
    );
    if (match === null) return [this.at(specification)].filter((device) => device !== null);
    const [, written, folder = "", value = ""] = match;
    const tag = written ?? folder.toUpperCase();
    const found = [...this.contents].flatMap(([name, content]) =>
      hasTag(content, tag, value) ? (this.#called(name) ?? []) : [],
    );
    if (found.length > 0) return found;
    return [this.at(`/dev/disk/by-${tag.toLowerCase()}/${value}`)].filter((device) => device !== null);
  }

  /** Other devices whose contents have the same UUID: members of one Btrfs, or of one bcachefs. */
  sameFileSystem(device: BlockDevice): BlockDevice[] {
    const own = this.contents.get(device.name);
    if (own?.uuid == null) return [];
    return [...this.contents].flatMap(([name, { uuid, type }]) =>
      uuid === own.uuid && type === own.type ? (this.#called(name) ?? []) : [],
    );
  }

  /** The namespaces of an NVMe controller, by its node: "/dev/nvme1". */
  ofController(path: string): BlockDevice[] {
    const controller = /^\/dev\/(nvme\d+)$/.exec(path)?.[1];
    if (controller === undefined) return [];
    return [...this.devices.values()].filter(({ name }) =>
      new RegExp(`^${controller}(c\\d+)?n\\d+$`).test(name),
    );
  }

  #called(name: string): BlockDevice | null {
    return this.devices.get(name) ?? null;
  }

  /** Device nodes, as paths below the root, with their devices. */
  nodes(): [string, BlockDevice][] {
    return [...this.#byPath].map(([path, device]) => [path.slice(1), device]);
  }

  /** The device and all that it is made of, down to disks and partitions. Circles end where they began. */
  downFrom(top: BlockDevice): BlockDevice[] {
    const seen = new Set<BlockDevice>([top]);
    for (const device of seen) {
      const backing = device.backing === null ? null : this.at(device.backing);
      for (const lower of [...device.below.map((name) => this.devices.get(name)), backing])
        if (lower != null) seen.add(lower);
    }
    return [...seen];
  }

  /** The disks and partitions that hang on PCI devices themselves, below this one. */
  leavesOf(top: BlockDevice): BlockDevice[] {
    return this.downFrom(top).filter(({ owners }) => owners.length > 0);
  }
}

/** UUIDs are compared as blkid(8) and mount(8) do: without regard to capitals. */
function hasTag(
  { label, uuid, partitionUuid, partitionLabel }: Content,
  tag: string,
  value: string,
): boolean {
  const same = (own: string | null) => own?.toLowerCase() === value.toLowerCase();
  return (
    (tag === "UUID" && same(uuid)) ||
    (tag === "PARTUUID" && same(partitionUuid)) ||
    (tag === "LABEL" && label === value) ||
    (tag === "PARTLABEL" && partitionLabel === value)
  );
}

/** The kernel writes "!" where a node stands in a folder: "cciss!c0d0". LVM's volumes have a folder of their group. */
function pathsOf(device: BlockDevice, contents: ReadonlyMap<string, Content>): string[] {
  const { name, label, mapper } = device;
  const { group, volume } = volumeName(label);
  return [
    `/dev/${name.replaceAll("!", "/")}`,
    ...(name.startsWith("dm-") ? [`/dev/mapper/${label}`] : []),
    ...(mapper === "LVM" && volume !== null ? [`/dev/${group}/${volume}`] : []),
    ...(contents.get(name)?.links ?? []).map((link) => `/dev/${link}`),
  ];
}

/** The device mapper calls a volume "GROUP-VOLUME" and doubles the dashes inside of names (lvm(8)). */
export function volumeName(label: string): { group: string; volume: string | null } {
  const [group = label, volume = null] = label.split(/(?<=^(?:[^-]|--)+)-(?!-)/, 2);
  return { group: group.replaceAll("--", "-"), volume: volume?.replaceAll("--", "-") ?? null };
}
