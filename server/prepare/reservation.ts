import {
  type BindingAtBoot,
  type BindingSources,
  bindingAtBoot,
  placeOfBinding,
} from "../host/modules/binding-at-boot";
import type { NumberedDevice } from "../host/modules/vfio-ids";
import { changedLine } from "./kernel-line/change-line";
import { plainDialect } from "./kernel-line/dialect";
import { EditedLine } from "./kernel-line/edit-line";
import type { LineChange } from "./kernel-line/line-change";

/** A device, and the driver that it has. */
export interface ReservedDevice extends NumberedDevice {
  /** "0000:01:00.0" */
  address: string;
  driver: string | null;
}

/** Whether VMs may have a device, now and after the next start of the host. */
export interface Reservation {
  address: string;
  /** vfio-pci has it. */
  now: boolean;
  /** What has vfio-pci take it at the next start: a file, or the kernel's line; null where nothing does. */
  nextStart: string | null;
}

/**
 * What is bound to vfio-pci at the next start. The files are as that start will read them, while the kernel's line is the
 * running one: what was changed of it and waits for the restart comes on top.
 * @param waiting In the order in which they were made.
 */
export function bindingAtNextStart(sources: BindingSources, waiting: readonly LineChange[]): BindingAtBoot {
  const line = waiting.reduce(
    (current, change) => changedLine(current, change),
    new EditedLine(sources.commandLine.trim(), plainDialect),
  );
  return bindingAtBoot({ ...sources, commandLine: line.text });
}

/** How devices are reserved for VMs, of those that are, now or at the next start. Pure. */
export function reservations(devices: readonly ReservedDevice[], binding: BindingAtBoot): Reservation[] {
  return devices
    .map((device) => ({
      address: device.address,
      now: device.driver === "vfio-pci",
      nextStart: placeOfBinding(device, binding),
    }))
    .filter(({ now, nextStart }) => now || nextStart !== null);
}
