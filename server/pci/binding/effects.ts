import { type Binding, type BindingWay, vfioDriver } from "./binding-step";
import { sysfsPaths } from "./sysfs-paths";

/**
 * What is written and run for each act, as a person would type it. The binders write these very values.
 * Kernel: Documentation/ABI/testing/sysfs-bus-pci; libvirt: virsh(1), nodedev-detach.
 */
interface Effects {
  reserve(address: string, driver: string | null): string;
  /** @param original null where nobody knows how the device was bound. */
  returnToHost(address: string, original: Binding | null): string;
}

const sysfs: Effects = {
  reserve(address, driver) {
    const paths = sysfsPaths(address);
    return lines(
      echo(vfioDriver, paths.driverOverride),
      driver === null ? null : echo(address, paths.unbind),
      echo(address, paths.probe),
    );
  },
  returnToHost(address, original) {
    const paths = sysfsPaths(address);
    const { first, last } = overridesToReturn(original);
    return lines(
      echo(address, paths.unbind),
      echo(first, paths.driverOverride),
      original === null ? echo(address, paths.probe) : null,
      original?.driver == null ? null : echo(address, paths.bindTo(original.driver)),
      last === null ? null : echo(last, paths.driverOverride),
    );
  },
};

const libvirt: Effects = {
  reserve: (address) => `virsh nodedev-detach ${nodeDeviceName(address)} --driver vfio`,
  returnToHost: (address) => `virsh nodedev-reattach ${nodeDeviceName(address)}`,
};

export const effectsOf: Readonly<Record<BindingWay, Effects>> = { sysfs, libvirt };

/**
 * What is written into `driver_override` before a device is bound to the driver that it had, and after it: an override
 * of another driver would keep it from that.
 */
export function overridesToReturn(original: Binding | null): { first: string; last: string | null } {
  const wanted = original?.driverOverride ?? null;
  const fits = wanted === null || original?.driver === null || wanted === original?.driver;
  return fits ? { first: wanted ?? "", last: null } : { first: "", last: wanted };
}

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
