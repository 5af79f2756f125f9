import type { NotLookedAt } from "../facts.schema";
import type { RawDevice } from "../raw-device";
import { isOnVfio } from "../vfio-driver";
import { type BlockDevice, blockFolder } from "./block-devices";
import { type Content, udevEntry } from "./contents";
import type { FoundStorage, StorageSources } from "./storage-uses";

/** A question that was not answered, and the device that it is about. */
export interface GapOf {
  address: string;
  gap: NotLookedAt;
}

/** Which of the host's lists could be read. */
export interface ReadLists {
  mounts: boolean;
  swaps: boolean;
  blockDevices: boolean;
  arrays: boolean;
  /** Folders of storage targets that could not be listed: "/sys/kernel/config/nvmet/subsystems". */
  targets: readonly string[];
  /** Lists below /etc that are there, or may be, and could not be read: "/etc/fstab". */
  configuration: readonly string[];
}

/** Uses that speak for themselves: what they are told of is not asked further. */
const certain = new Set(["root-file-system", "file-system", "swap", "lvm", "raid", "volume"]);

/** What may have disks: storage, USB, SD and Fibre Channel controllers. PCI Code and ID Assignment 1.1. */
const mayHaveDisks = /^(01|0c03|0805|0c04)/;

/**
 * What is not known of the use of disks. A disk is idle only where every source was read and none claims it: a hole in
 * one of them leaves a question at each controller whose disks it may be about.
 */
export function storageGaps(
  sources: StorageSources,
  found: FoundStorage,
  read: ReadLists,
  { devices, cards }: { devices: readonly RawDevice[]; cards: readonly string[] },
): GapOf[] {
  const asked = new Set(found.uses.filter(({ use }) => certain.has(use.kind)).map(({ address }) => address));
  const gaps = new StorageGaps(sources, read, devices);
  return [...gaps.ofLists(found.lost, cards), ...gaps.ofDisks(), ...gaps.ofNetwork(cards)].filter(
    ({ address }) => !asked.has(address),
  );
}

class StorageGaps {
  /** Disks and partitions, also those of several ways, with the PCI devices below them. */
  readonly #disks: readonly { disk: BlockDevice; owners: readonly string[] }[];

  readonly #sources: StorageSources;
  readonly #read: ReadLists;
  readonly #devices: readonly RawDevice[];

  constructor(sources: StorageSources, read: ReadLists, devices: readonly RawDevice[]) {
    this.#sources = sources;
    this.#read = read;
    this.#devices = devices;
    this.#disks = [...sources.stack.devices.values()]
      .filter((device) => device.sectors !== 0 && (device.owners.length > 0 || /^nvme/.test(device.name)))
      .map((disk) => ({ disk, owners: sources.stack.leavesOf(disk).flatMap(({ owners }) => owners) }));
  }

  /** Of lists of the whole host. */
  ofLists(lost: readonly string[], cards: readonly string[]): GapOf[] {
    const carriers = new Set(this.#disks.flatMap(({ owners }) => owners));
    const { mounts, swaps, blockDevices, configuration, targets } = this.#read;
    const { zfs } = this.#sources;
    const controllers = blockDevices ? [] : this.#controllers(/^01/);
    const others = blockDevices ? this.#controllers(/^01/) : [...this.#controllers(mayHaveDisks), ...cards];
    return [
      ...(mounts ? [] : gapsAt([...carriers, ...cards], "/proc/self/mountinfo", "what is mounted")),
      ...(swaps ? [] : gapsAt(carriers, "/proc/swaps", "what is swapped to")),
      ...gapsAt(controllers, `/${blockFolder}`, "which disks it has"),
      ...(zfs.isKnown ? [] : gapsAt(carriers, "/proc/spl/kstat/zfs", "which ZFS pools are imported")),
      ...targets.flatMap((folder) => gapsAt(carriers, folder, "which disks storage targets hand out")),
      ...configuration.flatMap((file) => gapsAt(carriers, file, "what is to be mounted")),
      ...lost.flatMap((what) => gapsAt([...carriers, ...others], `/${blockFolder}`, `where ${what}, lies`)),
    ];
  }

  /** Of what each disk holds. */
  ofDisks(): GapOf[] {
    return this.#disks.flatMap(({ disk, owners }) => [
      ...this.#numbers(disk, owners),
      ...this.#content(disk, owners),
      ...this.#member(disk, owners),
    ]);
  }

  /** Of disks that come over the network, through a card that nobody tells. */
  ofNetwork(cards: readonly string[]): GapOf[] {
    const disks = [...this.#sources.stack.devices.values()].filter(
      ({ through, owners, disk }) => through !== null && owners.length === 0 && disk === null,
    );
    return disks.flatMap(({ name, through }) =>
      gapsAt(cards, "/sys/class/net", `which card ${name} comes through (${through})`),
    );
  }

  #controllers(classes: RegExp): string[] {
    return this.#devices
      .filter((device) => classes.test(device.class) && device.driver !== null && !isOnVfio(device))
      .map(({ address }) => address);
  }

  /** A way to an NVMe disk has no number, and is not mounted itself. */
  #numbers({ name, numbers }: BlockDevice, owners: readonly string[]): GapOf[] {
    if (numbers !== null || isPath(name)) return [];
    return gapsAt(owners, `/${blockFolder}/${name}/dev`, `what ${name} is mounted as`);
  }

  #content({ name, numbers }: BlockDevice, owners: readonly string[]): GapOf[] {
    const content = this.#sources.stack.contents.get(name);
    if (numbers === null || isPath(name)) return [];
    if (content === undefined || content.isAmbivalent)
      return gapsAt(owners, `/${udevEntry(numbers)}`, `what ${name} holds`);
    const asked = this.#sources.configured.find(
      ({ specification }) =>
        this.#sources.stack.named(specification) === null && mayBe(specification, content),
    );
    if (asked === undefined) return [];
    return gapsAt(
      owners,
      `/${udevEntry(numbers)}`,
      `whether ${name} is ${asked.specification}, which is ${asked.purpose}`,
    );
  }

  #member({ name }: BlockDevice, owners: readonly string[]): GapOf[] {
    const type = this.#sources.stack.contents.get(name)?.type ?? "";
    if (type.endsWith("_raid_member") && !this.#read.arrays)
      return gapsAt(owners, "/proc/mdstat", `whether the array of ${name} runs`);
    return [];
  }
}

function isPath(name: string): boolean {
  return /^nvme\d+c\d+n\d+$/.test(name);
}

/** Whether a disk of which udev tells little may be the one that a configuration names. */
function mayBe(specification: string, { type, uuid }: Content): boolean {
  return specification.startsWith("UUID=") && type !== null && uuid === null;
}

function gapsAt(addresses: Iterable<string>, source: string, question: string): GapOf[] {
  return [...new Set(addresses)].map((address) => ({ address, gap: { source, question, weight: "risk" } }));
}
