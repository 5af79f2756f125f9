import { type Binding, type BindingWay, vfioDriver } from "./binding-step";
import { sysfsPaths } from "./sysfs-paths";

/**
 * What is written and run for each act, as a person would type it. The binders write these very values.
 * Kernel: Documentation/ABI/testing/sysfs-bus-pci; libvirt: virsh(1), nodedev-detach.
 */
interface Effects {
  giveAway(address: string, driver: string | null): string;
  /** @param original null where nobody knows how the device was bound. */
  giveBack(address: string, original: Binding | null): string;
}

const sysfs: Effects = {
  giveAway(address, driver) {
    const paths = sysfsPaths(address);
    return lines(
      echo(vfioDriver, paths.driverOverride),
      driver === null ? null : echo(address, paths.unbind),
      echo(address, paths.probe),
    );
  },
  giveBack(address, original) {
    const paths = sysfsPaths(address);
    return lines(
      echo(address, paths.unbind),
      echo(original?.driverOverride ?? "", paths.driverOverride),
      original === null ? echo(address, paths.probe) : null,
      original?.driver == null ? null : echo(address, paths.bindTo(original.driver)),
    );
  },
};

const libvirt: Effects = {
  giveAway: (address) => `virsh nodedev-detach ${nodeDeviceName(address)} --driver vfio`,
  giveBack: (address) => `virsh nodedev-reattach ${nodeDeviceName(address)}`,
};

export const effectsOf: Readonly<Record<BindingWay, Effects>> = { sysfs, libvirt };

/** What libvirt calls a PCI device: "pci_0000_01_00_0". */
export function nodeDeviceName(address: string): string {
  return `pci_${address.replaceAll(/[:.]/g, "_")}`;
}

function echo(value: string, path: string): string {
  return value === "" ? `echo > /${path}` : `echo ${value} > /${path}`;
}

function lines(...all: (string | null)[]): string {
  return all.filter((line) => line !== null).join("\n");
}
