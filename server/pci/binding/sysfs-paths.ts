const bus = "sys/bus/pci";

/** The files by which a PCI device's driver is chosen, without a leading slash. */
export function sysfsPaths(address: string) {
  const device = `${bus}/devices/${address}`;
  return {
    driver: `${device}/driver`,
    driverOverride: `${device}/driver_override`,
    iommuGroup: `${device}/iommu_group`,
    /** Leads to whichever driver has the device. */
    unbind: `${device}/driver/unbind`,
    probe: `${bus}/drivers_probe`,
    bindTo: (driver: string) => `${bus}/drivers/${driver}/bind`,
  };
}

/** Drivers that are loaded. */
export const driversFolder = `${bus}/drivers`;
/** Holds a node a group that can be opened. */
export const vfioFolder = "dev/vfio";
