import { addressPattern } from "./device-words";
import { orDevice, textTable } from "./text-table";

const link =
  "Seat the card anew, without a riser cable if there is one, and check its power plugs. A slower link set in the firmware (PCIe 3.0 instead of 4.0), or pcie_aspm=off on the kernel command line, helps often.";
const gone =
  "Shut the VM that has it down. If the device does not come back, power the host off and on again. A riser cable, the power supply or heat may be the cause.";

/** Errors of the PCIe link, and devices that leave (drivers/pci/pcie/aer.c, dpc.c, drivers/pci/hotplug, vfio_pci_core.c). */
export const busErrorRules = textTable([
  // hw/vfio/pci.c of QEMU: vfio_err_notifier_handler
  [
    `\\(${addressPattern}\\) Unrecoverable error detected`,
    "{address} reported an error on its PCIe link that can't be mended, so QEMU halted the VM.",
    `Switch the VM off, and check the host's kernel log (dmesg) for “AER”. ${link}`,
  ],
  [
    `AER: (?:can't recover|device recovery failed|subordinate device reset failed)|AER: device recovery failed`,
    "{address} did not come back after an error on its PCIe link.",
    gone,
  ],
  [
    `AER: (?:Multiple )?Uncorrect(?:ed|able) \\((?<kind>Non-Fatal|Fatal)\\) error(?: message)? received(?: from)?:? ${addressPattern}|PCIe Bus Error: severity=Uncorrect(?:ed|able)`,
    "The PCIe link of {address} had an error that the hardware could not mend by itself.",
    link,
  ],
  [
    `DPC: (?:containment event|unmasked uncorrectable)`,
    "The PCIe port {address} cut the card below it off, as it reported an error.",
    gone,
  ],
  [
    `(?:pciehp: )?(?:pciehp )?Slot\\([\\w-]+\\): (?:Link Down|Card not present|No device found|Failed to check link status|Cannot train link)|pciehp: link training error`,
    "The card below the PCIe port {address} is gone: its link is down.",
    gone,
  ],
  [
    `Slot\\([\\w-]+\\): Power fault`,
    "The PCIe port {address} found that the card below it takes too much power, or gets none.",
    gone,
  ],
  [
    `PCIe Bus Error: severity=Correct(?:ed|able)|AER: (?:Multiple )?Correct(?:ed|able) error(?: message)? received(?: from)?:? ${orDevice}`,
    "The PCIe link of {address} had an error that the hardware mended by itself. One now and then does not matter; many slow the host down.",
    link,
  ],
  // drivers/vfio/pci/vfio_pci_core.c: vfio_pci_core_request; drivers/vfio/vfio_main.c
  [
    `(?:No device request channel registered, blocked until released by user|Relaying device request to user|Device is currently in use, task)`,
    "The host wants {address} back (somebody unbinds or removes it), and a VM still has it.",
    "Detach the device from that VM, or shut the VM down; what waits for it then goes on.",
  ],
  [
    "broken device, retraining non-functional downstream link|(?<=[0-9a-f]\\.[0-7]: )retraining failed",
    "The link below the PCIe port {address} does not come up: the card there does not respond.",
    gone,
  ],
]);
