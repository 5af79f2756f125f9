import type { Binding, BoundDevice } from "./binding-step";

/**
 * Gives devices of one host away and back. Each call looks at how things are and does what is missing, so it can be
 * called again after a crash. All reject with an AppError that names the device, says why, and what to do.
 */
export interface DeviceBinder {
  /** Sees to it that vfio-pci is there. */
  loadDriver(): Promise<void>;
  /** How a device is bound now. */
  bindingOf(device: BoundDevice): Promise<Binding>;
  /** Puts a device on vfio-pci. */
  reserve(device: BoundDevice): Promise<void>;
  /** Takes a device off vfio-pci. @param original null: the kernel is to choose the driver. */
  returnToHost(device: BoundDevice, original: Binding | null): Promise<void>;
  /** Rejects where a VM could not open the group although all of its devices are on vfio-pci. */
  checkGroup(group: number): Promise<void>;
}
