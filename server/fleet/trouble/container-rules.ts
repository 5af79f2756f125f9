import { about, capitalised, nameOf, nameOfGroup } from "./device-words";
import type { Found, Trouble, TroubleLookup, TroubleRule } from "./trouble";

const setup = `failed to setup container for group (?<group>\\d+)`;

const remapping =
  "Turn on interrupt remapping (x2APIC, VT-d) in the firmware setup. Without it, only vfio_iommu_type1.allow_unsafe_interrupts=1 helps, which lets a guest disturb the host.";

/** What remains of "failed to setup container" once memory and nodes are told apart (hw/vfio/common.c of QEMU). */
export const containerRules: readonly TroubleRule[] = [
  container(
    `(?:${setup}: )?[Ff]ailed to set iommu for container: Operation not permitted`,
    "the host's IOMMU can't remap interrupts, which keeps VMs apart",
    remapping,
  ),
  container(
    `(?:${setup}: )?[Ff]ailed to set iommu for container: Invalid argument`,
    "the host's firmware keeps a part of memory for the device itself (RMRR), or wants it mapped one to one",
    "Look for “RMRR” or “1:1 mapping” in the host's kernel log. Update the firmware, turn off its management of the device there, or use another slot.",
  ),
  container(
    `(?:${setup}: )?No available IOMMU models`,
    "the host's kernel has no vfio_iommu_type1 loaded",
    "Load it with “modprobe vfio_iommu_type1”, and at every boot by a file in /etc/modules-load.d.",
  ),
  container(
    `(?:${setup}: )?(?:[Ff]ailed to set group container: Invalid argument|supported vfio version)`,
    "the host's VFIO and this QEMU don't fit together, or the IOMMU is off (no-IOMMU mode)",
    "Turn on the IOMMU, load vfio_iommu_type1 (“modprobe vfio_iommu_type1”), and check that QEMU and the kernel are of about the same time.",
  ),
  container(
    `(?:${setup}|vfio: failed to set (?:group|iommu for) container)`,
    "the kernel did not let QEMU set up the IOMMU for it",
    "The host's kernel log (dmesg) says why.",
  ),
  {
    // drivers/vfio/vfio_iommu_type1.c: vfio_iommu_type1_attach_group
    pattern:
      /MSI interrupts are not secure, they cannot be isolated|No interrupt remapping (?:support|for irq)[^\n]{0,40}allow_unsafe_interrupts|vfio_iommu_type1_attach_group: No interrupt remapping/,
    explain: (found) => ({
      message:
        "No device can be passed through: the host's IOMMU can't remap interrupts, which keeps VMs apart.",
      fix: remapping,
      devices: about(found("address")),
    }),
  },
  {
    // hw/vfio/helpers.c and container.c of QEMU
    pattern:
      /KVM VFIO device isn't created yet|Failed to (?:create KVM VFIO device|add (?:group \d+|fd \d+) to KVM VFIO device|remove (?:group \d+|fd \d+) from KVM VFIO device)/,
    explain: (found) => ({
      message: "KVM was not told which devices the VM has: the host's kernel refused it.",
      fix: "Load kvm and vfio of the same kernel (reboot the host after an update). For a vGPU it does not start without it; else the VM runs, and more slowly.",
      devices: about(found("address")),
    }),
  },
  {
    pattern:
      /(?:Device is ineligible for IOMMU domain attach due to platform RMRR requirement|Firmware has requested this device have a 1:1 IOMMU mapping)/,
    explain: (found, lookup) => ({
      message: `${capitalised(nameOf(found("address"), lookup))} can't be passed through: the host's firmware reserves memory for the device itself (RMRR).`,
      fix: "Update the firmware, turn off its management of the device there, or use another slot.",
      devices: [found("address")],
    }),
  },
];

function container(pattern: string, why: string, fix: string): TroubleRule {
  return {
    pattern: new RegExp(pattern),
    explain(found: Found, lookup: TroubleLookup): Trouble {
      const [address, group] = [found("address"), found("group")];
      const name = address === "" ? nameOfGroup(group, lookup) : nameOf(address, lookup);
      const message = `${capitalised(name)}${group === "" ? "" : ` (IOMMU group ${group})`} could not be opened: ${why}.`;
      return { message, fix, devices: address === "" ? [] : [address] };
    },
  };
}
