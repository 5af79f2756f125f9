import { devicesFolder } from "../../../pci/raw-device";

/**
 * The files by which a card's ROM is read, without a leading slash: 1 into `rom` switches it on, 0 off
 * (Documentation/PCI/sysfs-pci.rst); `power/control` keeps a device awake (Documentation/ABI/testing/sysfs-devices-power).
 */
export function romPaths(address: string) {
  const device = `${devicesFolder}/${address}`;
  return {
    rom: `${device}/rom`,
    powerControl: `${device}/power/control`,
    powerState: `${device}/power_state`,
  };
}
