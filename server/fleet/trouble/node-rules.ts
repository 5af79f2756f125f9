import { about, addressesOfGroup, capitalised, nameOf, nameOfGroup } from "./device-words";
import type { Found, Trouble, TroubleLookup, TroubleRule } from "./trouble";

const opening = "(?:[Ff]ailed to open|[Uu]nable to open|error opening|[Cc]ould not open|cannot open)";

/** What opening /dev/vfio is answered with (hw/vfio of QEMU). */
export const nodeRules: readonly TroubleRule[] = [
  node("Device or resource busy", (name, group, lookup) => {
    const holders = lookup.runningWith(addressesOfGroup(group, lookup)).join(", ");
    return holders === ""
      ? {
          message: `${name} is in use: something else has IOMMU group ${group} open.`,
          fix: `Check whether another VM runs with a device of the group, or which process has /dev/vfio/${group} open (“fuser -v /dev/vfio/${group}”).`,
        }
      : {
          message: `${name} is in use: ${holders} runs with a device of IOMMU group ${group}.`,
          fix: `Shut down ${holders}, or detach the device from it.`,
        };
  }),
  node("(?:Permission denied|Operation not permitted)", (name, group) => ({
    message: `${name} can't be opened by the VM's QEMU: no permission for /dev/vfio/${group}.`,
    fix: "Check cgroup_device_acl, user and dynamic_ownership in /etc/libvirt/qemu.conf, and the AppArmor or SELinux rules. A container needs the node passed in.",
  })),
  node("No such (?:file or directory|device)", (name, group) => ({
    message: `${name} is not bound to vfio-pci: its IOMMU group ${group} has no /dev/vfio/${group}.`,
    fix: "Reserve the device for VMs on the Passthrough page, and check that “lsmod” shows vfio_pci.",
  })),
  node("Too many open files", (name) => ({
    message: `${name} can't be opened by the VM's QEMU, which has too many files open.`,
    fix: "Raise max_files in /etc/libvirt/qemu.conf (or “ulimit -n”), and restart libvirt.",
  })),
  {
    // src/security and src/qemu/qemu_cgroup.c of libvirt
    pattern:
      /(?:unable to set (?:user and group to '[^'\n]{1,40}'|security context '[^'\n]{1,120}') on|[Uu]nable to set XATTR \S{0,60} ?on|[Ff]ailed to (?:allow|deny) device access for|unable to stat:|cannot (?:stat|access)) '?\/dev\/vfio\/(?<group>\d+)/,
    explain: (found, lookup) => ({
      message: `${capitalised(nameOfGroup(found("group"), lookup))} could not be handed to the VM's QEMU: libvirt may not change who may open /dev/vfio/${found("group")}.`,
      fix: "Let libvirtd run as root on the host. In a container it needs the node and the right to change it; or set dynamic_ownership = 0 in /etc/libvirt/qemu.conf and give QEMU's user the right yourself.",
      devices: addressesOfGroup(found("group"), lookup),
    }),
  },
  {
    // src/security/security_dac.c and security_selinux.c of libvirt
    pattern:
      /Setting different (?:DAC user or group|SELinux label) on \/dev\/vfio\/(?:devices\/)?(?:vfio)?(?<group>\d+) which is already in use/,
    explain: (found, lookup) => ({
      message: `${capitalised(nameOfGroup(found("group"), lookup))} is in use: another VM, which runs as another user or with another label, has it or a device of its group.`,
      fix: "Shut that VM down, or run both with the same <seclabel>. If there is none, restart libvirt, which forgot that it ended.",
      devices: addressesOfGroup(found("group"), lookup),
    }),
  },
  {
    pattern: new RegExp(`${opening} '?/dev/vfio/vfio'?: (?<reason>[^\\n]+)`),
    explain(found) {
      const [why, fix] = whyNoContainer(found("reason"));
      const message = `No device can be passed through to the VM: QEMU could not open /dev/vfio/vfio (${why}).`;
      return { message, fix, devices: about(found("address")) };
    },
  },
  node("", (name, group) => ({
    message: `${name} can't be opened by the VM's QEMU: the kernel refused /dev/vfio/${group}.`,
    fix: "The host's kernel log (dmesg) says why. Reserve the device's whole group for VMs on the Passthrough page, and check that the host was rebooted after its kernel was updated.",
  })),
];

function whyNoContainer(reason: string): [why: string, fix: string] {
  if (/denied|permitted/.test(reason)) {
    return [
      "no permission",
      "Check cgroup_device_acl in /etc/libvirt/qemu.conf, and the AppArmor or SELinux rules.",
    ];
  }
  return /No such/.test(reason)
    ? ["it does not exist", "Load the modules vfio and vfio_iommu_type1 on the host (“modprobe vfio-pci”)."]
    : [
        "the kernel refused it",
        "The host's kernel log (dmesg) says why. Raise max_files in /etc/libvirt/qemu.conf where QEMU has too many files open.",
      ];
}

function node(
  reason: string,
  words: (name: string, group: string, lookup: TroubleLookup) => Pick<Trouble, "message" | "fix">,
): TroubleRule {
  return {
    pattern: new RegExp(`${opening} '?/dev/vfio/(?<group>\\d+)'?: ${reason}`),
    explain(found: Found, lookup: TroubleLookup) {
      const [address, group] = [found("address"), found("group")];
      const name = address === "" ? nameOfGroup(group, lookup) : nameOf(address, lookup);
      const devices = address === "" ? addressesOfGroup(group, lookup) : [address];
      return { ...words(capitalised(name), group, lookup), devices };
    },
  };
}
