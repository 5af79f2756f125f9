/** A VM whose definition hands it a device of the host. */
export interface DeviceOwner {
  vmName: string;
  /** The VM's page. */
  href: string;
  /** The VM runs, so it holds the device now. */
  running: boolean;
}

/** VMs by the PCI address of the devices that they are given. */
export type DeviceOwners = Readonly<Record<string, readonly DeviceOwner[]>>;

export const noOwners: DeviceOwners = {};
