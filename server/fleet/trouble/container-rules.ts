import { addressPattern, capitalised, nameOf, nameOfGroup } from "./device-words";
import type { Found, Trouble, TroubleLookup, TroubleRule } from "./trouble";

const setup = `(?:${addressPattern}: )?failed to setup container for group (?<group>\\d+)`;

/** What remains of "failed to setup container" once memory and nodes are told apart (hw/vfio/common.c of QEMU). */
export const containerRules: readonly TroubleRule[] = [
  container(
    `${setup}: [Ff]ailed to set iommu for container: Operation not permitted`,
    "the host's IOMMU can't remap interrupts, which keeps VMs apart",
    "Turn on interrupt remapping (x2APIC, VT-d) in the firmware setup. Without it, only vfio_iommu_type1.allow_unsafe_interrupts=1 helps, which lets a guest disturb the host.",
  ),
  container(
    `${setup}: [Ff]ailed to set iommu for container: Invalid argument`,
    "the host's firmware keeps a part of memory for the device itself (RMRR), or wants it mapped one to one",
    "Look for “RMRR” or “1:1 mapping” in the host's kernel log. Update the firmware, turn off its management of the device there, or use another slot.",
  ),
  container(
    setup,
    "the kernel did not let QEMU set up the IOMMU for it",
    "The host's kernel log (dmesg) says why.",
  ),
  {
    pattern: new RegExp(
      `${addressPattern}: (?:Device is ineligible for IOMMU domain attach due to platform RMRR requirement|Firmware has requested this device have a 1:1 IOMMU mapping)`,
    ),
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
      const message = `${capitalised(name)} (IOMMU group ${group}) could not be opened: ${why}.`;
      return { message, fix, devices: address === "" ? [] : [address] };
    },
  };
}
