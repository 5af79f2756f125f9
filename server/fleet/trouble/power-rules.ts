import { addressPattern } from "./device-words";
import { orDevice, textTable } from "./text-table";

const powerCycle =
  "Shut the host down, unplug it for half a minute, then power it on again; a reboot alone may not bring the device back.";
const keepAwake = `${powerCycle} To keep the device from sleeping so deep: vfio-pci.disable_idle_d3=1 on the kernel command line, and 0 in d3cold_allowed of its folder below /sys/bus/pci/devices.`;
const silent =
  "{address} does not respond any more (all registers read as ones): it is stuck in a reset or has no power.";

/** A device that does not wake up, or answers to nothing. */
export const powerRules = textTable([
  // drivers/pci/pci.c: pci_power_up, pci_raw_set_power_state; before Linux 5.8 without the state that was wanted.
  [
    `(?:Unable to change power state from [\\w-]+ to [\\w-]+, device inaccessible|can't change power state from [\\w-]+ to [\\w-]+ \\(config space inaccessible\\)|[Rr]efused to change power state|invalid power transition \\(from)`,
    "{address} does not wake up: it stays in a power state in which it does not respond.",
    keepAwake,
  ],
  // drivers/vfio/vfio_main.c: vfio_device_pm_runtime_get
  [
    `runtime resume failed`,
    "{address} does not wake up: the kernel could not bring it back to full power for the VM.",
    keepAwake,
  ],
  // hw/vfio/pci.c of QEMU: vfio_pci_pre_reset
  [
    `vfio: Unable to power on device(?: ${addressPattern})?, stuck in D[0-3]`,
    "{address} does not wake up: it stays in a power state in which it does not respond, so the VM can't have it.",
    keepAwake,
  ],
  // hw/pci/pci.c of QEMU: an interrupt pin of 255 is what a device reads as that is not there.
  [
    "pci_irq_handler: Assertion",
    "A device of this VM does not respond any more (all registers read as ones), and QEMU aborts at that: it is stuck in a reset or has no power.",
    `${keepAwake} Which it is, the host's kernel log (dmesg) says.`,
  ],
  // drivers/pci/probe.c: pci_setup_device; lspci
  [`[Uu]nknown header type 7f`, silent, powerCycle],
  // drivers/vfio/pci/vfio_pci_config.c: vfio_bar_restore
  [
    `vfio_bar_restore: (?:${addressPattern} )?reset recovery`,
    "{address} lost its registers in a reset that the kernel knows nothing of, and was given them anew. It may not have come out of that reset whole.",
    `Shut the VM down and start it again. If the device stays away: ${powerCycle}`,
  ],
  // hw/vfio/pci.c: vfio_realize; vfio_pci_read_config, vfio_pci_write_config
  [
    `[Ff]ailed to read device config space|vfio_pci_(?:(?:read|write)_config|size_rom)\\(${orDevice}[,)]|vfio: Failed to read BAR \\d|vfio_pci_post_reset\\(${addressPattern}\\) reset bar \\d failed`,
    "The registers of {address} can't be read or written: the device is lost, or the host's kernel refuses it.",
    `Check the host's kernel log (dmesg). ${powerCycle}`,
  ],
  // Drivers of the host that read ones: nouveau, i915 (intel_uncore.c), snd_hda_intel, xhci_hcd, nvme
  [`nouveau ${addressPattern}: unknown chipset \\(ffffffff\\)`, silent, powerCycle],
  [
    "Device is non-operational; MMIO access returns 0xFFFFFFFF|MMIO unreliable \\(forcewake",
    silent,
    powerCycle,
  ],
  [`snd_hda_intel ${addressPattern}: CORB reset timeout[^\\n]{0,20} 65535`, silent, powerCycle],
  [
    `xhci_hcd ${addressPattern}: (?:xHCI host controller not responding, assume dead|HC died; cleaning up)`,
    "{address} does not respond any more, so the kernel gave this USB controller up with all that is plugged into it.",
    `Hand it back to the host and reserve it again. If it stays away: ${powerCycle}`,
  ],
  [
    `nvme ${addressPattern}: Unable to change power state|nvme nvme\\d+: (?:controller is down; will reset: CSTS=0xffffffff|Device not ready; aborting (?:reset|initialisation))`,
    "An NVMe disk does not respond any more: it did not come out of a reset, or sleeps too deep.",
    `nvme_core.default_ps_max_latency_us=0 and pcie_aspm=off on the kernel command line keep it awake. ${powerCycle}`,
  ],
]);
