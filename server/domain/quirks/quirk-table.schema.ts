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
      "NVIDIA's GeForce drivers before version 465 stop with Error 43 when they detect KVM. Hides KVM's signature and gives the hypervisor another name (kvm hidden, hyperv vendor_id). Newer drivers don't need it.",
    kind: "edit",
    isFor: (devices) => hasDisplayOf(devices, "10de"),
  },
  {
    id: "mobile-gpu-battery",
    title: "Show the guest a battery",
    reason:
      "Drivers for NVIDIA's laptop GPUs stop with Error 43 if the machine has no battery. Adds an ACPI table with one that is always full (QEMU's -acpitable).",
    kind: "edit",
    isFor: (devices, { laptop }) => laptop === true && hasDisplayOf(devices, "10de"),
  },
  {
    id: "intel-igd-opregion",
    title: "Pass the OpRegion to the guest",
    reason:
      "Intel's driver reads the list of outputs from the OpRegion; without it, screens stay dark. Sets QEMU's x-igd-opregion.",
    kind: "edit",
    isFor: isIntelIgd,
  },
  {
    id: "intel-igd-memory",
    title: "Stolen memory for the integrated GPU",
    reason:
      "The integrated GPU needs its own part of the guest's memory before its driver runs; with UEFI, too little of it means no picture. Sets QEMU's x-igd-gms to 64 MiB.",
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
      "Windows offers every card behind a hot-plug port as one to be removed safely, and a GPU that was ejected is gone until the next start. Disables hot-plug on the card's port.",
    kind: "edit",
    isFor: (devices, { machine }) => isQ35(machine) && devices.some(isDisplay),
  },
  {
    id: "amd-reset",
    title: "Check that the card starts twice",
    reason:
      "Many Radeon cards (Polaris, Vega, Navi 1x) can't be reset: the VM starts once, and a second time only after the host was rebooted. No setting helps; use “Check…” on the VM's page, which starts the VM twice.",
    kind: "advice",
    isFor: (devices) => hasDisplayOf(devices, "1002"),
  },
];

/** The quirks that a card calls for, to be ticked where it is attached. */
export function suggestQuirks(devices: readonly QuirkDevice[], context: QuirkContext): Quirk[] {
  return quirkTable.filter((quirk) => quirk.isFor(devices, context));
}
