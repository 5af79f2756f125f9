import { plainText } from "../../host/plain-text";
import type { DeviceUse } from "../facts.schema";
import type { BlockDevice } from "./block-devices";
import { type BlockStack, volumeName } from "./block-stack";
import type { ConfiguredStorage } from "./configured-storage";
import type { TargetDisk } from "./disk-targets";
import { type FileSystemSources, type UsedFileSystem, usedFileSystems } from "./file-systems";
import { mountOf, placesInWords } from "./mounts";
import { type UseOf, usesOf } from "./owners";
import { isUntraced, untracedDevices } from "./untraced";

export interface StorageSources extends FileSystemSources {
  swaps: readonly { path: string; isFile: boolean }[];
  configured: readonly ConfiguredStorage[];
  targets: readonly TargetDisk[];
}

/** What the host keeps on disks, the PCI devices that would take it along, and what could not be traced to any. */
export interface FoundStorage {
  uses: UseOf[];
  /** In words: "/dev/md1p1, which is mounted at /mnt/disk1". */
  lost: string[];
}

export function storageUses(sources: StorageSources): FoundStorage {
  return new StorageUses(sources).all();
}

class StorageUses {
  /** Block devices of which the use has been told, with all below them. */
  readonly #told = new Set<BlockDevice>();
  readonly #lost = new Set<string>();
  /** Partitions by their disk. */
  readonly #parts = new Map<string, BlockDevice[]>();

  readonly #sources: StorageSources;
  readonly #stack: BlockStack;

  constructor(sources: StorageSources) {
    this.#sources = sources;
    this.#stack = sources.stack;
    for (const device of sources.stack.devices.values()) {
      if (device.disk === null) continue;
      const known = this.#parts.get(device.disk);
      if (known === undefined) this.#parts.set(device.disk, [device]);
      else known.push(device);
    }
  }

  all(): FoundStorage {
    const all = [...this.#stack.devices.values()];
    const { systems, lost } = usedFileSystems(this.#sources);
    const uses = [
      ...systems.flatMap((system) => this.#fileSystem(system)),
      ...this.#sources.swaps.flatMap((swap) => this.#swap(swap)),
      ...all.filter(({ mapper }) => mapper === "LVM").flatMap((device) => this.#volume(device)),
      ...all.filter(isRaid).flatMap((device) => this.#array(device)),
      ...all.filter((device) => this.#isLayer(device)).flatMap((device) => this.#otherLayer(device)),
      ...this.#sources.targets.flatMap((disk) => this.#handedOut(disk)),
      ...this.#sources.configured.flatMap((entry) => this.#configured(entry)),
      ...all.flatMap((device) => this.#physicalVolume(device)),
      ...all.filter((device) => this.#isIdleDisk(device)).flatMap((device) => this.#idle(device)),
    ];
    const untraced = untracedDevices(this.#untracedSources()).map(({ label }) => `${label}, which is set up`);
    return { uses, lost: [...new Set([...lost, ...this.#lost, ...untraced].map(plainText))] };
  }

  #fileSystem({ places, title, devices }: UsedFileSystem): UseOf[] {
    const kind = places.includes("/") ? "root-file-system" : "file-system";
    const where = places.length > 0 ? placesInWords(places) : null;
    const words = [title, where].filter((word) => word !== null).join(", mounted at ");
    return devices.flatMap((device) => this.#on(device, kind, words));
  }

  #swap({ path, isFile }: StorageSources["swaps"][number]): UseOf[] {
    const device = this.#stack.at(path);
    if (device !== null) return this.#on(device, "swap", "swap");
    if (!isFile || mountOf(path, this.#sources.mounts) === null)
      this.#lost.add(`${path}, which is swapped to`);
    return [];
  }

  #volume(device: BlockDevice): UseOf[] {
    return this.#below(device, "lvm", `LVM volume group ${plainText(volumeName(device.label).group)}`);
  }

  #array(device: BlockDevice): UseOf[] {
    const level = device.raidLevel === null ? "" : ` (${plainText(device.raidLevel)})`;
    return this.#below(device, "raid", `RAID ${device.label}${level}`);
  }

  #isLayer({ below, backing, disk }: BlockDevice): boolean {
    return disk === null && (below.length > 0 || (backing !== null && this.#stack.at(backing) !== null));
  }

  /** Encryption that is open but not mounted, a cache, a multipath disk, a loop device over a disk. */
  #otherLayer(device: BlockDevice): UseOf[] {
    // Several ways to one NVMe disk are no layer that somebody set up.
    if (this.#told.has(device) || device.name.startsWith("nvme")) return [];
    return this.#below(device, "volume", `${device.label} is set up`);
  }

  /** What the configuration names belongs to the host, although it is not in use now. */
  #configured({ specification, purpose }: ConfiguredStorage): UseOf[] {
    const idle = this.#stack.allNamed(specification).filter((device) => !this.#told.has(device));
    return idle.flatMap((device) => this.#on(device, "configured", `${plainText(purpose)}, not in use now,`));
  }

  /** A disk that the kernel itself hands out to other hosts, or to VMs by vhost. */
  #handedOut({ target, path }: TargetDisk): UseOf[] {
    const device = this.#stack.at(path);
    const devices = device === null ? this.#stack.ofController(path) : [device];
    const words = `the storage target ${plainText(target)}`;
    if (devices.length === 0 && path.startsWith("/dev/")) this.#lost.add(`${path}, which ${words} hands out`);
    return devices.flatMap((one) => this.#on(one, "volume", words));
  }

  /** LVM writes to all physical volumes of a group, also to those that hold no active volume (lvm(8)). */
  #physicalVolume(device: BlockDevice): UseOf[] {
    const isMember = this.#stack.contents.get(device.name)?.type === "LVM2_member";
    if (!isMember || this.#told.has(device)) return [];
    return this.#on(device, "configured", "LVM physical volume without an active volume");
  }

  #isIdleDisk(device: BlockDevice): boolean {
    if (device.disk !== null || device.owners.length === 0 || device.sectors === 0) return false;
    return !this.#withParts(device).some((part) => this.#told.has(part));
  }

  #idle(device: BlockDevice): UseOf[] {
    const types = this.#withParts(device).flatMap(({ name }) => this.#stack.contents.get(name)?.type ?? []);
    const holds = types.length > 0 ? `, holds ${[...new Set(types)].join(", ")}` : "";
    const size = device.sectors === null ? "of unknown size" : `${(device.sectors * 512e-9).toFixed(1)} GB`;
    // A disk that comes over the network is in nobody's way, but its session is the host's.
    if (device.through !== null)
      return usesOf(
        device.owners,
        "configured",
        `${device.name} (${size}${holds}) comes over ${device.through}`,
      );
    return usesOf(device.owners, "block-device", `${device.name} (${size}${holds}), not in use`);
  }

  #withParts(disk: BlockDevice): BlockDevice[] {
    return [disk, ...(this.#parts.get(disk.name) ?? [])];
  }

  /** A use of a block device itself: "/ on vg-root (nvme0n1p3)". */
  #on(device: BlockDevice, kind: DeviceUse["kind"], words: string): UseOf[] {
    this.#tell(device);
    if (kind !== "configured" && isUntraced(device, this.#untracedSources()))
      this.#lost.add(`${words} on ${device.label}`);
    return this.#stack.leavesOf(device).flatMap((leaf) => {
      const through = [leaf === device ? null : leaf.name, leaf.through].filter((word) => word !== null);
      const suffix = through.length === 0 ? "" : ` (${through.join(", ")})`;
      return usesOf(leaf.owners, kind, `${words} on ${device.label}${suffix}`);
    });
  }

  /** A use of what a block device is made of: "RAID md0 (raid1) on sda1". */
  #below(device: BlockDevice, kind: DeviceUse["kind"], words: string): UseOf[] {
    this.#tell(device);
    return this.#stack
      .leavesOf(device)
      .filter((leaf) => leaf !== device)
      .flatMap((leaf) => usesOf(leaf.owners, kind, `${words} on ${leaf.name}`));
  }

  #tell(device: BlockDevice): void {
    for (const lower of this.#stack.downFrom(device)) this.#told.add(lower);
  }

  #untracedSources() {
    const { stack, mounts, zfs } = this.#sources;
    const hasPool = zfs.pools.length > 0 || mounts.some(({ fileSystem }) => fileSystem === "zfs");
    return { stack, mounts, hasPool };
  }
}

function isRaid(device: BlockDevice): boolean {
  return device.raidLevel !== null || device.mapper === "DMRAID";
}
