import type { QuirkId } from "./quirk-ids.schema";

/** A card's function, as far as quirks go by it. */
export interface QuirkDevice {
  address: string;
  /** "030000" */
  class: string;
  vendorId: string;
  deviceId: string;
}

/** What else is known where a quirk is suggested. */
export interface QuirkContext {
  /** The host is a laptop; null where that is not known. */
  laptop: boolean | null;
  /** The VM's machine type: "pc-q35-8.2", "pc-i440fx-8.2". */
  machine: string;
  firmware: "uefi" | "bios";
}

/** A named choice for cards that need help in a guest. */
export interface Quirk {
  id: QuirkId;
  title: string;
  /** What goes wrong without it, and what it changes. */
  reason: string;
  /** "edit": it changes the definition. "advice": it only tells. */
  kind: "edit" | "advice";
  isFor(devices: readonly QuirkDevice[], context: QuirkContext): boolean;
}

const isDisplay = (device: QuirkDevice) => device.class.startsWith("03");
const hasDisplayOf = (devices: readonly QuirkDevice[], vendorId: string) =>
  devices.some((device) => isDisplay(device) && device.vendorId === vendorId);
/** Intel's integrated graphics is always 00:02.0; its discrete cards are behind bridges. */
const isIntelIgd = (devices: readonly QuirkDevice[]) =>
  devices.some(
    (device) => isDisplay(device) && device.vendorId === "8086" && /^0000:00:02\./.test(device.address),
  );
const isQ35 = (machine: string) => machine.includes("q35");

/** Every quirk, in the order in which they are offered. */
export const quirkTable: readonly Quirk[] = [
  {
    id: "nvidia-error-43",
    title: "Hide the hypervisor from NVIDIA's driver",
    reason:
      "NVIDIA's GeForce drivers before version 465 stop with Error 43 where they see KVM. Hides KVM's signature and gives the hypervisor another name (kvm hidden, hyperv vendor_id). Newer drivers don't need it.",
    kind: "edit",
    isFor: (devices) => hasDisplayOf(devices, "10de"),
  },
  {
    id: "mobile-gpu-battery",
    title: "Show the guest a battery",
    reason:
      "Drivers of NVIDIA's laptop GPUs stop with Error 43 where the machine has no battery. Adds an ACPI table with one that is always full (QEMU's -acpitable).",
    kind: "edit",
    isFor: (devices, { laptop }) => laptop === true && hasDisplayOf(devices, "10de"),
  },
  {
    id: "intel-igd-opregion",
    title: "Hand the OpRegion to the guest",
    reason:
      "Intel's driver reads from the OpRegion which outputs there are; without it, screens stay dark. Sets QEMU's x-igd-opregion.",
    kind: "edit",
    isFor: isIntelIgd,
  },
  {
    id: "intel-igd-memory",
    title: "Give the graphics its stolen memory",
    reason:
      "The integrated GPU takes part of the guest's memory for itself before its driver runs; with UEFI too little of it shows no picture. Sets QEMU's x-igd-gms to 64 MiB.",
    kind: "edit",
    isFor: (devices, { firmware }) => firmware === "uefi" && isIntelIgd(devices),
  },
  {
    id: "intel-igd-legacy",
    title: "Intel's legacy mode: 00:02.0 in the guest",
    reason:
      "A BIOS guest shows a picture on Intel's integrated GPU only where it is at 00:02.0, as on the host, on an i440fx machine and without another display (QEMU's docs/igd-assign.txt). Puts the device there.",
    kind: "edit",
    isFor: (devices, { machine, firmware }) => firmware === "bios" && !isQ35(machine) && isIntelIgd(devices),
  },
  {
    id: "no-hot-plug",
    title: "Keep the guest from ejecting the card",
    reason:
      "Windows offers every card behind a hot-plug port as one to be removed safely, and a GPU that was ejected is gone until the next start. Turns hot-plug off at the card's port.",
    kind: "edit",
    isFor: (devices, { machine }) => isQ35(machine) && devices.some(isDisplay),
  },
  {
    id: "amd-reset",
    title: "Check that the card starts twice",
    reason:
      'Many Radeon cards (Polaris, Vega, Navi 1x) can\'t be reset: the VM starts once, and a second time only after the host was rebooted. Nothing in the definition helps; run "Check this GPU", which starts the VM twice.',
    kind: "advice",
    isFor: (devices) => hasDisplayOf(devices, "1002"),
  },
];

/** The quirks that a card calls for, to be ticked where it is attached. */
export function suggestQuirks(devices: readonly QuirkDevice[], context: QuirkContext): Quirk[] {
  return quirkTable.filter((quirk) => quirk.isFor(devices, context));
}
