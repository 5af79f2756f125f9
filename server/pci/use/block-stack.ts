import type { BlockDevice } from "./block-devices";

/** Block devices and what they are made of: LVM on encryption on RAID on partitions. */
export class BlockStack {
  readonly #byNumbers: ReadonlyMap<string, BlockDevice>;
  readonly #byLabel: ReadonlyMap<string, BlockDevice>;

  constructor(readonly devices: ReadonlyMap<string, BlockDevice>) {
    const all = [...devices.values()];
    this.#byNumbers = new Map(all.flatMap((device) => (device.numbers ? [[device.numbers, device]] : [])));
    this.#byLabel = new Map(
      all.filter(({ mapper }) => mapper !== null).map((device) => [device.label, device]),
    );
  }

  /** The device with this major and minor number ("259:2"). */
  numbered(numbers: string): BlockDevice | null {
    return this.#byNumbers.get(numbers) ?? null;
  }

  /** The device at a path below /dev: "/dev/sda2", "/dev/mapper/vg-root". */
  at(path: string): BlockDevice | null {
    const name = /^\/dev\/(?:mapper\/)?([^/]+)$/.exec(path)?.[1];
    if (name === undefined) return null;
    return (path.startsWith("/dev/mapper/") ? this.#byLabel.get(name) : this.devices.get(name)) ?? null;
  }

  /** The device and all that it is made of, down to disks and partitions. Circles end where they began. */
  downFrom(top: BlockDevice): BlockDevice[] {
    const seen = new Set<BlockDevice>([top]);
    for (const device of seen) {
      for (const name of device.below) {
        const lower = this.devices.get(name);
        if (lower !== undefined) seen.add(lower);
      }
    }
    return [...seen];
  }

  /** The disks and partitions that hang on PCI devices themselves, below this one. */
  leavesOf(top: BlockDevice): BlockDevice[] {
    return this.downFrom(top).filter(({ owners }) => owners.length > 0);
  }
}
