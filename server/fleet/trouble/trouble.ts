import type { Trouble } from "./trouble.schema";

export type { Trouble };

/** What has to be known of a device to say something of it. */
export interface TroubleDevice {
  address: string;
  /** "GeForce RTX 3090 (0000:01:00.0)" */
  name: string;
  driver: string | null;
  iommuGroup: number | null;
  bridge: boolean;
}

/** The host that the trouble is on. Nothing of it may be known. */
export interface TroubleLookup {
  devices: readonly TroubleDevice[];
  /** The kernel has IOMMU groups; null where nothing is known of the host. */
  hasGroups: boolean | null;
  /** PCI addresses that whichever VM is given the device is given as well, the device itself included. */
  givenTogether(address: string): readonly string[];
  /** Names of the running VMs that have one of these devices. */
  runningWith(addresses: readonly string[]): readonly string[];
}

/** Nothing is known of the host. */
export const unknownHost: TroubleLookup = {
  devices: [],
  hasGroups: null,
  givenTogether: () => [],
  runningWith: () => [],
};

/** A text that the kernel, QEMU or libvirt says, and what it means. Groups of the pattern go by name. */
export interface TroubleRule {
  pattern: RegExp;
  explain(found: Found, lookup: TroubleLookup): Trouble;
}

/** What a pattern's named groups caught; "" for one that caught nothing. */
export type Found = (name: string) => string;
