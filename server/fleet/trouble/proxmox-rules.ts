import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

/** What Proxmox VE's own tools say of passed-through devices (qemu-server: PVE/QemuServer/PCI.pm, PVE/SysFSTools.pm). */
export const proxmoxRules = textTable([
  [
    `PCI device '${addressPattern}' already in use by VMID '(?<vm>\\d+)'`,
    "{address} is in use by the VM {vm} of Proxmox.",
    "Shut down the VM {vm}, or give this VM another device.",
  ],
  [
    `Cannot bind ${addressPattern} to vfio|Failed to bind PCI device '${addressPattern.replace("<address>", "<other>")}' to vfio`,
    "{address}{other} could not be bound to vfio-pci: its driver does not let go of it, or vfio-pci does not take it.",
    "Check the host's kernel log (dmesg). End what uses the device on the host, or bind it to vfio-pci from the boot on (Passthrough page, Reserve for VMs at boot).",
  ],
  [
    "cannot prepare PCI pass-through, IOMMU not present",
    "The host's IOMMU is off, so no device can be passed through.",
    "Turn on VT-d or AMD-Vi in the firmware setup; on Intel add intel_iommu=on to the kernel's command line; then reboot.",
  ],
  [
    `error writing '1' to '/sys/bus/pci/devices/${addressPattern}/reset'|failed to reset PCI device '${addressPattern.replace("<address>", "<instead>")}'`,
    "{address} has no way to be reset by itself, so the VM gets it as it was left.",
    "If the VM starts and the device works, nothing needs to be done. If it works once only, power the host off and on between two uses.",
  ],
  [
    `no pci device info for device|cannot reset PCI device|PCI device mapping invalid|pci device '${addressPattern}' not found`,
    "A PCI device that this VM is to have is not where its definition says: it was moved, removed or has another address.",
    "Check the devices under Passthrough, and name the device anew in the VM's definition.",
  ],
]);
