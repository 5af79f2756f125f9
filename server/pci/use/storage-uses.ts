import { plainText } from "../../host/plain-text";
import type { DeviceUse } from "../facts.schema";
import type { BlockDevice } from "./block-devices";
import type { BlockStack } from "./block-stack";
import { type Content, type FileSystemSources, type UsedFileSystem, usedFileSystems } from "./file-systems";
import { placesInWords } from "./mounts";
import { type UseOf, usesOf } from "./owners";

export interface StorageSources extends FileSystemSources {
  /** Paths of swap partitions. */
  swaps: readonly string[];
}

/** What the host keeps on disks, and the PCI devices that would take it along. */
export function storageUses(sources: StorageSources): UseOf[] {
  return new StorageUses(sources.stack, sources.contents).all(sources);
}

class StorageUses {
  /** Block devices of which the use has been told, with all below them. */
  readonly #told = new Set<BlockDevice>();
  /** Partitions by their disk. */
  readonly #parts = new Map<string, BlockDevice[]>();

  readonly #stack: BlockStack;
  readonly #contents: ReadonlyMap<string, Content>;

  constructor(stack: BlockStack, contents: ReadonlyMap<string, Content>) {
    this.#stack = stack;
    this.#contents = contents;
    for (const device of stack.devices.values()) {
      if (device.disk === null) continue;
      const known = this.#parts.get(device.disk);
      if (known === undefined) this.#parts.set(device.disk, [device]);
      else known.push(device);
    }
  }

  all(sources: StorageSources): UseOf[] {
    const all = [...this.#stack.devices.values()];
    return [
      ...usedFileSystems(sources).flatMap((system) => this.#fileSystem(system)),
      ...sources.swaps.flatMap((path) => this.#on(this.#stack.at(path), "swap", () => "swap")),
      ...all.filter(({ mapper }) => mapper === "LVM").flatMap((device) => this.#volume(device)),
      ...all.filter(isRaid).flatMap((device) => this.#array(device)),
      ...all.filter(({ below }) => below.length > 0).flatMap((device) => this.#otherLayer(device)),
      ...all.filter((device) => this.#isIdleDisk(device)).flatMap((device) => this.#idle(device)),
    ];
  }

  #fileSystem({ places, title, devices }: UsedFileSystem): UseOf[] {
    const kind = places.includes("/") ? "root-file-system" : "file-system";
    const where = places.length > 0 ? placesInWords(places) : null;
    const words = [title, where].filter((word) => word !== null).join(", mounted at ");
    return devices.flatMap((device) => this.#on(device, kind, () => words));
  }

  #volume(device: BlockDevice): UseOf[] {
    return this.#below(device, "lvm", () => `LVM volume group ${volumeGroup(device.label)}`);
  }

  #array(device: BlockDevice): UseOf[] {
    const level = device.raidLevel === null ? "" : ` (${plainText(device.raidLevel)})`;
    return this.#below(device, "raid", () => `RAID ${device.label}${level}`);
  }

  /** Encryption that is open but not mounted, a cache, a multipath disk. */
  #otherLayer(device: BlockDevice): UseOf[] {
    if (this.#told.has(device) || device.disk !== null) return [];
    return this.#below(device, "block-device", () => `${device.label} is set up`);
  }

  #isIdleDisk(device: BlockDevice): boolean {
    if (device.disk !== null || device.owners.length === 0 || device.sectors === 0) return false;
    return !this.#withParts(device).some((part) => this.#told.has(part));
  }

  #idle(device: BlockDevice): UseOf[] {
    const types = this.#withParts(device).flatMap(({ name }) => this.#contents.get(name)?.type ?? []);
    const holds = types.length > 0 ? `, holds ${[...new Set(types)].join(", ")}` : "";
    const size = `${(device.sectors * 512e-9).toFixed(1)} GB`;
    return usesOf(device.owners, "block-device", `${device.name} (${size}${holds}), not in use`);
  }

  #withParts(disk: BlockDevice): BlockDevice[] {
    return [disk, ...(this.#parts.get(disk.name) ?? [])];
  }

  /** A use of a block device itself: "/ on vg-root (nvme0n1p3)". */
  #on(device: BlockDevice | null, kind: DeviceUse["kind"], words: () => string): UseOf[] {
    if (device === null) return [];
    for (const lower of this.#stack.downFrom(device)) this.#told.add(lower);
    return this.#stack.leavesOf(device).flatMap((leaf) => {
      const through = leaf === device ? "" : ` (${leaf.name})`;
      return usesOf(leaf.owners, kind, `${words()} on ${device.label}${through}`);
    });
  }

  /** A use of what a block device is made of: "RAID md0 (raid1) on sda1". */
  #below(device: BlockDevice, kind: DeviceUse["kind"], words: () => string): UseOf[] {
    for (const lower of this.#stack.downFrom(device)) this.#told.add(lower);
    return this.#stack
      .leavesOf(device)
      .filter((leaf) => leaf !== device)
      .flatMap((leaf) => usesOf(leaf.owners, kind, `${words()} on ${leaf.name}`));
  }
}

function isRaid(device: BlockDevice): boolean {
  return device.raidLevel !== null || device.mapper === "DMRAID";
}

/** The device mapper calls a volume "GROUP-VOLUME" and doubles the dashes inside of names. */
function volumeGroup(label: string): string {
  const group = /^(?:[^-]|--)+/.exec(label)?.[0] ?? label;
  return group.replaceAll("--", "-");
}
