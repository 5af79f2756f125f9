import {
  type HandedDevice,
  type HostDeviceSource,
  hostDeviceWords,
} from "../../domain/host-devices/host-device.schema";
import type { CarriedDevice } from "../carried.schema";
import { meantDevices, takenBy } from "../carried-by";
import type { StartProblem } from "./start-problem.schema";

/** What hangs on the host's PCI functions now, and who runs with what. */
export interface CarriedContext {
  carried: readonly CarriedDevice[];
  /** What other VMs, which run, have of the host. */
  handed: readonly (HandedDevice & { vmName: string })[];
}

/**
 * What keeps a VM from being started with devices that are no PCI functions (`checkStart` has those): one that is not
 * there, that may be any of several, that another VM runs with, or that goes away with a card of the VM's own. What can't
 * be read is left to libvirt.
 */
export function checkCarried(wanted: readonly HandedDevice[], context: CarriedContext): StartProblem[] {
  const own = new Set(wanted.flatMap(({ source }) => (source.bus === "pci" ? source.address : [])));
  return wanted
    .filter(({ source }) => source.bus !== "pci" && source.bus !== "unknown")
    .flatMap((device) => {
      const problem =
        heldProblem(device, context) ??
        absentProblem(device, context) ??
        ownCardProblem(device.source, own, context);
      return problem === null ? [] : [problem];
    });
}

function heldProblem(
  { source, shareable }: HandedDevice,
  { carried, handed }: CarriedContext,
): StartProblem | null {
  const taken = takenBy(source, carried);
  const holder = handed.find(
    (other) =>
      !(shareable && other.shareable) && takenBy(other.source, carried).some((one) => taken.includes(one)),
  );
  if (holder === undefined) return null;
  const message = `${hostDeviceWords(source)} is in use by the running VM ${holder.vmName}.`;
  return problemOf("in-use", source, message, `Shut down ${holder.vmName} first.`);
}

/** libvirt refuses a USB device that is not there only where the VM can't do without, and one of several ever. */
function absentProblem({ source, optional }: HandedDevice, { carried }: CarriedContext): StartProblem | null {
  // What is behind an adapter, and targets by name, only libvirt can tell.
  if (source.bus === "scsi-target") return null;
  const found = meantDevices(source, carried);
  if (found.length === 1 || (found.length === 0 && optional)) return null;
  if (found.length === 0) {
    const fix = absentFixes[source.bus];
    return problemOf("gone", source, `The host does not have ${hostDeviceWords(source)}.`, fix);
  }
  const message = `${hostDeviceWords(source)} could be any of ${found.length} that are plugged in.`;
  return problemOf("in-use", source, message, "Name the intended one by its bus and device number.");
}

const absentFixes: Readonly<Record<HostDeviceSource["bus"], string>> = {
  pci: "Put the card back, or detach it from the VM.",
  usb: "Plug it in, remove it from the VM, or have the VM start without it.",
  mdev: "Create it on the host again (mdevctl start), or remove it from the VM.",
  scsi: "Look at the host's SCSI adapters: their numbers change. Remove it from the VM and add the intended one.",
  "scsi-target": "Remove it from the VM.",
  unknown: "Look at the VM's XML.",
};

function ownCardProblem(
  source: HostDeviceSource,
  own: ReadonlySet<string>,
  { carried }: CarriedContext,
): StartProblem | null {
  const card = meantDevices(source, carried)
    .flatMap(({ carriers }) => carriers)
    .find((address) => own.has(address));
  if (card === undefined) return null;
  const message = `${hostDeviceWords(source)} is connected to ${card}, which is attached to the VM as a whole.`;
  return problemOf("in-use", source, message, "Remove it from the VM, which gets it with the card.");
}

function problemOf(
  code: StartProblem["code"],
  source: HostDeviceSource,
  message: string,
  fix: string,
): StartProblem {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return { code, address: hostDeviceWords(source), message: sentence, fix, remapTo: null };
}
