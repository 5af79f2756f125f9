import { isBridge } from "../device-kind.schema";
import type { DeviceUse } from "../facts.schema";
import type { RawDevice } from "../raw-device";

/** A use and the device that it is of. */
export interface UseOf {
  address: string;
  use: DeviceUse;
}

/** Finds the PCI devices that something in sysfs hangs on. */
export class Owners {
  readonly #endpoints: ReadonlySet<string>;

  constructor(devices: readonly RawDevice[]) {
    this.#endpoints = new Set(devices.filter((device) => !isBridge(device)).map(({ address }) => address));
  }

  /**
   * The devices on the way to a place below `sys/devices`, by the link that leads there. There may be several: a
   * disk behind Intel's VMD hangs on the disk's controller and on the VMD. Bridges are not among them.
   */
  of(link: string | null): string[] {
    return (link ?? "").split("/").filter((part) => this.#endpoints.has(part));
  }
}

/** The same words for each of these devices. */
export function usesOf(addresses: readonly string[], kind: DeviceUse["kind"], detail: string): UseOf[] {
  return addresses.map((address) => ({ address, use: { kind, detail } }));
}
