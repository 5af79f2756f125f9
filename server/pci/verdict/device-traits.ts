import { isGpu } from "../device-kind.schema";
import type { PciDevice } from "../schema";
import { isOnVfio } from "../vfio-driver";

/** The kernel's stub: it keeps a device from other drivers, and does nothing with it. */
const stub = "pci-stub";

/**
 * Whether a driver only keeps the device for others: VFIO's and the stub start no DMA of their own, so the kernel calls
 * a group viable with them in it (Documentation/driver-api/vfio.rst; `driver_managed_dma` in the kernel's sources).
 */
function isKept(device: PciDevice): boolean {
  return device.driver === stub || isOnVfio(device);
}

/** Whether a driver of the host's works with the device. */
export function isOnHostDriver(device: PciDevice): boolean {
  return device.driver !== null && !isKept(device);
}

/** A bridge to another PCI bus (header type 1): the kernel never counts it against its group, whatever drives it. */
export function leadsToBus(device: PciDevice): boolean {
  return /^06(04|07|09)/.test(device.class);
}

/**
 * A display that is the host's. A virtual function of a GPU shows nothing, nor does one that was reserved for VMs or that
 * does not answer any more.
 */
export function isHostsDisplay(device: PciDevice): boolean {
  const shows = device.physicalFunction === null && !device.silent;
  return isGpu(device) && shows && !isKept(device);
}

/** "3D controller": renders or computes, and has no outputs of its own (mobile NVIDIA, Tesla). */
export function hasNoOutputs(device: PciDevice): boolean {
  return device.class.startsWith("0302");
}

/** A display that shows something for the host: by its driver, or by what the firmware left on the screen. */
export function showsSomething(device: PciDevice): boolean {
  return (
    isHostsDisplay(device) && !hasNoOutputs(device) && (device.driver !== null || device.bootVga === true)
  );
}
