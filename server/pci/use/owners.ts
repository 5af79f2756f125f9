import { isBridge } from "../device-kind.schema";
import type { DeviceUse } from "../facts.schema";
import type { RawDevice } from "../raw-device";

/** A use and the device that it is of. */
export interface UseOf {
  address: string;
  use: DeviceUse;
}

/** Finds the devices that something in sysfs hangs on: PCI functions, or others by their names. */
export class Owners {
  readonly #endpoints: ReadonlySet<string>;

  /** @param names What something may hang on, by the names that stand on the way to it. */
  constructor(names: Iterable<string>) {
    this.#endpoints = new Set(names);
  }

  /** PCI functions, without bridges. */
  static ofDevices(devices: readonly RawDevice[]): Owners {
    return new Owners(devices.filter((device) => !isBridge(device)).map(({ address }) => address));
  }

  /**
   * The devices on the way to a place below `sys/devices`, by the link that leads there. There may be several: a
   * disk behind Intel's VMD hangs on the disk's controller and on the VMD.
   */
  of(link: string | null): string[] {
    return (link ?? "").split("/").filter((part) => this.#endpoints.has(part));
  }
}

/** The same words for each of these devices. */
export function usesOf(addresses: readonly string[], kind: DeviceUse["kind"], detail: string): UseOf[] {
  return addresses.map((address) => ({ address, use: { kind, detail } }));
}
