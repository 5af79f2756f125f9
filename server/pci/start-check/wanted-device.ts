/** What tells one device from another of its kind: noted when it is attached, compared before each start. */
export interface DeviceIdentity {
  vendorId: string;
  deviceId: string;
  /** "1043:8508" */
  subsystem: string | null;
  serialNumber: string | null;
}

/** A device that a VM's definition hands to the guest. */
export interface WantedDevice {
  /** Where the definition says that it is. */
  address: string;
  /** libvirt binds it to vfio-pci at the start and returns it after the stop. */
  managed: boolean;
  /** What stood there when it was attached; null of a definition that Passdeck did not write. */
  identity: DeviceIdentity | null;
}

/** Whether a device is the one that was noted. A serial number counts where both sides have one. */
export function isSameDevice(identity: DeviceIdentity, found: DeviceIdentity): boolean {
  if (identity.vendorId !== found.vendorId || identity.deviceId !== found.deviceId) return false;
  if (identity.subsystem !== found.subsystem) return false;
  const bothNumbered = identity.serialNumber !== null && found.serialNumber !== null;
  return !bothNumbered || identity.serialNumber === found.serialNumber;
}
