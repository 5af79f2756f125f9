import { isSince } from "../../host/kernel-release";
import type { PciDevice } from "../schema";
import { isOnHostDriver, leadsToBus } from "./device-traits";

/** From this release on the driver alone counts, and not what kind of bridge it has. */
const driversCountSince = [5, 19] as const;

/** The one driver of bridges that leaves DMA to whoever has the group. */
const harmlessDriver = "pcieport";

/**
 * Whether VFIO is refused a bridge's group because of the driver that has the bridge.
 * - One that leads to no bus (host, ISA) is an endpoint to the kernel and always counted as such: up to Linux 5.18 only
 *   devices with another header than an endpoint's were let pass (`vfio_dev_driver_allowed` in drivers/vfio/vfio.c).
 * - Since 5.19 every driver counts that does not set `driver_managed_dma`, on whichever bridge. vfio-pci, pci-stub and
 *   pcieport do (commits 18c7a349d072 and c7d469849747), shpchp for one does not; 70693f470848 says that this is meant,
 *   and that such a driver is to be unbound from its bridge.
 * @param kernel The host's release, "6.1.0-31-amd64".
 */
export function spoilsGroup(bridge: PciDevice, kernel: string): boolean {
  if (!isOnHostDriver(bridge) || bridge.driver === harmlessDriver) return false;
  return !leadsToBus(bridge) || isSince(kernel, driversCountSince);
}

/** "echo 0000:00:1f.0 > /sys/bus/pci/drivers/lpc_ich/unbind", for each of these bridges. */
export function unbindCommands(bridges: readonly PciDevice[]): string {
  return bridges
    .map(({ address, driver }) => `echo ${address} > /sys/bus/pci/drivers/${driver}/unbind`)
    .join("; ");
}
