import {
  about,
  addressesOfGroup,
  capitalised,
  culpritsInWords,
  culpritsOf,
  nameOf,
  nameOfGroup,
} from "./device-words";
import type { Found, Trouble, TroubleLookup, TroubleRule } from "./trouble";

const wholeGroup =
  "Reserve the whole group for VMs on the Passthrough page, or move the card to another slot.";

/** What the kernel's IOMMU groups refuse (drivers/vfio/vfio_main.c, hw/vfio/common.c of QEMU). */
export const groupRules: readonly TroubleRule[] = [
  {
    pattern: /group (?<group>\d+) is not viable/,
    explain: explainUnviable,
  },
  {
    // QEMU says this where a device was taken from the group between the look and the opening.
    pattern:
      /error getting device (?:\S+ )?from group (?<group>\d+)|Verify all devices in group (?<group2>\d+) are bound/,
    explain(found, lookup) {
      const group = found("group") || found("group2");
      const address = found("address");
      const name = address === "" ? nameOfGroup(group, lookup) : nameOf(address, lookup);
      const culprits = culpritsOf(group, "", lookup);
      const why = culprits.length === 0 ? "it is in use, or gone" : culpritsInWords(culprits);
      return {
        message: `${capitalised(name)} in IOMMU group ${group} could not be opened: ${why}.`,
        fix: `${wholeGroup} If it is reserved already, check whether another VM uses it.`,
        devices: [...new Set([...about(address), ...addressesOfGroup(group, lookup)])],
      };
    },
  },
  {
    pattern: /group (?<group>\d+) used in multiple address spaces/,
    explain: (found, lookup) => ({
      message: `${capitalised(nameOf(found("address"), lookup))} shares IOMMU group ${found("group")} with another device of this VM, and the VM's emulated IOMMU requires separate groups.`,
      fix: "Put both behind one bridge in the guest, attach only one of them, or remove the IOMMU device from the VM.",
      devices: [...new Set([...about(found("address")), ...addressesOfGroup(found("group"), lookup)])],
    }),
  },
  {
    // drivers/iommu/iommu.c: iommu_init_device
    pattern: /Failed to add to iommu group (?<group>\d+)/,
    explain: (found, lookup) => ({
      message: `${capitalised(nameOf(found("address"), lookup))} could not be put into IOMMU group ${found("group")}, so it can't be passed through.`,
      fix: "The host's kernel log (dmesg) says why. Remove the device from the bus and rescan it, or reboot the host.",
      devices: about(found("address")),
    }),
  },
  {
    pattern: /no iommu_group (?:found|for device)/,
    explain: (found, lookup) => ({
      message: `${capitalised(nameOf(found("address"), lookup))} is in no IOMMU group, so it can't be passed through.`,
      fix: iommuFix,
      devices: about(found("address")),
    }),
  },
  {
    pattern:
      /host doesn't support passthrough of host PCI devices|VFIO device assignment is currently not supported on this system|host doesn't support VFIO PCI passthrough|Mediated host device assignment requires VFIO support/,
    explain: explainNoVfio,
  },
];

const iommuFix =
  "Turn on the IOMMU (VT-d, AMD-Vi or SMMU) in the firmware setup and on the kernel command line, then reboot the host.";

function explainUnviable(found: Found, lookup: TroubleLookup): Trouble {
  const [address, group] = [found("address"), found("group")];
  const culprits = culpritsOf(group, address, lookup);
  const name = address === "" ? nameOfGroup(group, lookup) : nameOf(address, lookup);
  const why =
    culprits.length === 0
      ? "another device in the group is still bound to a host driver"
      : culpritsInWords(culprits);
  return {
    message: `${capitalised(name)} can't be reserved for VMs alone, as IOMMU group ${group} is not viable: ${why}.`,
    fix: wholeGroup,
    devices: [...about(address), ...culprits.map((culprit) => culprit.address)],
  };
}

/** libvirt says the same of both causes: no IOMMU, and no vfio-pci. */
function explainNoVfio(_found: Found, { hasGroups }: TroubleLookup): Trouble {
  if (hasGroups === false) {
    return {
      message: "This host can't pass devices through: its IOMMU is off, so there are no IOMMU groups.",
      fix: iommuFix,
      devices: [],
    };
  }
  const load = "Load it with “modprobe vfio-pci”, and at every boot by a file in /etc/modules-load.d.";
  return hasGroups === true
    ? {
        message: "This host can't pass devices through yet: vfio-pci is not loaded.",
        fix: load,
        devices: [],
      }
    : {
        message: "This host can't pass devices through: its IOMMU is off, or vfio-pci is not loaded.",
        fix: `Check /sys/kernel/iommu_groups. If it is empty: ${iommuFix} Otherwise: ${load}`,
        devices: [],
      };
}
