import { about } from "./device-words";
import type { Found, TroubleRule } from "./trouble";

/** Errors about a VM's firmware, disks, networks and CPU. */
export const machineRules: readonly TroubleRule[] = [
  rule(
    /failed to find romfile "(?<file>[^"]+)"/,
    (found) => `The VBIOS file ${found("file")} does not exist, or QEMU has no permission to read it.`,
    "Put it where libvirt's AppArmor and SELinux policies let QEMU read (/usr/share/vgabios or /var/lib/libvirt), world-readable, or attach the card without a ROM file.",
  ),
  rule(
    /romfile "(?<file>[^"]+)" (?:is too large|is empty|is smaller)|failed to load romfile "(?<file2>[^"]+)"/,
    (found) =>
      `The VBIOS file ${found("file")}${found("file2")} is none that QEMU can take: it is empty, or too large.`,
    "Dump the VBIOS anew, or attach the card without a ROM file.",
  ),
  rule(
    /Can't add chassis slot, error -16|chassis slot already in use|A PCIe? (?:bridge|root port) with chassis/i,
    () => "Two PCIe ports of this VM have the same chassis and slot number.",
    "Give each port a chassis number of its own: take <target chassis=…> out of one of them in the VM's definition, and libvirt chooses.",
  ),
  rule(
    /unable to create backing store for hugepages: Permission denied|can't open backing store \S*huge\S* for guest RAM: Permission denied/,
    () => "QEMU has no permission for the host's huge pages.",
    "Let libvirt mount them (hugetlbfs_mount in qemu.conf), or mount /dev/hugepages for QEMU's user; restart libvirtd.",
  ),
  rule(
    /cannot (?:load|update) AppArmor profile '(?<profile>[^']+)'/,
    () => "The host's AppArmor did not take the profile that libvirt made for this VM.",
    "Check the host's log (journalctl -k, “apparmor”). A file that has a path with odd letters, or a profile that was edited by hand, is the usual cause.",
  ),
  rule(
    /unable to find any master var store for loader: (?<file>\S+)|could not load PC BIOS '(?<file2>[^']+)'|(?:Could|could) not open '(?<file3>[^']*(?:OVMF|AAVMF|edk2)[^']*)': No such file|Failed to open file '(?<file4>[^']*(?:OVMF|AAVMF|edk2)[^']*)': No such file/,
    (found) =>
      `The UEFI firmware of this VM is not installed: ${["file", "file2", "file3", "file4"].map(found).join("")}.`,
    "Install it (Debian: ovmf), or choose the firmware again in the VM's definition: newer distributions ship it under another name (OVMF_CODE_4M.fd).",
  ),
  rule(
    /[Uu]nable to find (?:any firmware to satisfy '(?:efi|uefi)'|'efi' firmware)/,
    () => "The host has no UEFI firmware for VMs.",
    "Install it (Debian: ovmf; Fedora: edk2-ovmf).",
  ),
  rule(
    /Failed to get (?:shared )?\\?"(?:write|consistent read)\\?" lock(?:[\s\S]*?using the image \[(?<file>[^\]]+)\])?/,
    (found) =>
      `${found("file") === "" ? "A disk image of this VM" : `The disk image ${found("file")}`} is in use by another VM or program.`,
    "Shut down the other VM that uses this disk, be it on this host or on another that has the same storage, or wait for qemu-img to finish. Two VMs writing to one image corrupt it.",
  ),
  rule(
    /[Nn]etwork '(?<network>[^']+)' is not active/,
    (found) => `The VM's network “${found("network")}” is not active.`,
    "Start it (“virsh net-start NAME”), and set it to autostart (“virsh net-autostart NAME”).",
  ),
  rule(
    /error creating bridge interface (?<bridge>\S+): File exists/,
    (found) =>
      `The host already has an interface named ${found("bridge")}, so libvirt can't create the network's own under that name.`,
    "If no other network or program uses it (“ip -details link show NAME”), it was left by a libvirtd that ended as it stopped the network: delete it (“ip link delete NAME”). Otherwise give the network another bridge name.",
  ),
  rule(
    /[Cc]ould not access KVM kernel module: Permission denied|failed to initialize (?:kvm|KVM): Permission denied/,
    () => "QEMU has no permission to open /dev/kvm.",
    "Add the user that is set in qemu.conf to the group “kvm”, or pass /dev/kvm into the container that libvirt runs in.",
  ),
  rule(
    /could not find capabilities for domaintype=kvm|[Cc]ould not access KVM kernel module|failed to initialize (?:kvm|KVM)|does not support virt type 'kvm'|Domain requires KVM, but it is not available/,
    () => "KVM is not available on this host, so VMs can't use hardware virtualization.",
    "Turn on virtualization (VT-x, AMD-V) in the firmware setup, load kvm_intel or kvm_amd, and restart libvirt.",
  ),
  rule(
    /(?:guest CPU doesn't match specification: missing features|Host CPU does not provide required features): (?<features>[\w.,\s-]+)/,
    (found) =>
      `The VM's CPU model needs features that this host's CPU lacks: ${features(found("features"))}.`,
    "Set the CPU model to host-passthrough, or to an older model.",
  ),
  rule(
    /CPU is incompatible with host CPU|[Gg]uest and host CPU are not compatible|CPU mode '[\w-]+' for \S+ \S+ domain on \S+ host is not supported/,
    () => "The VM's CPU model is not compatible with this host's CPU.",
    "Set the CPU model to host-passthrough, or to an older model.",
  ),
  rule(
    /cannot acquire state change lock(?: \(held by (?:monitor=)?(?<holder>[^)]+)\))?/,
    (found) =>
      `Another operation on this VM has not finished yet${found("holder") === "" ? "" : ` (${found("holder")})`}. A driver that does not release a device may be the cause.`,
    "Wait a minute and try again. If it persists, check the host's kernel log for “blocked for more than”; then only a reboot of the host helps.",
  ),
  rule(
    /task (?<task>qemu[\w-]*|kvm|libvirtd|virtqemud|rpc-\w+|prio-rpc-\w+|worker)(?::\d+)? blocked for more than/,
    (found) =>
      `The process ${found("task")} hangs in the host's kernel, most likely because a driver does not release a device.`,
    "The call trace below it in the kernel log shows where. Usually the host has to be rebooted; stop what uses the device (a desktop, nvidia-persistenced) before the VM is started next time.",
  ),
  rule(
    /[Cc]ould not open '(?<file>[^']+)': Permission denied/,
    (found) => `QEMU has no permission to open ${found("file")}.`,
    "Check the owner and permissions of the file and of the directories above it, and the AppArmor or SELinux policy.",
  ),
];

function rule(pattern: RegExp, message: (found: Found) => string, fix: string): TroubleRule {
  return {
    pattern,
    explain: (found) => ({ message: message(found), fix, devices: about(found("address")) }),
  };
}

function features(text: string): string {
  return text
    .split(/[\s,]+/)
    .map((name) => name.replace(/\.$/, ""))
    .filter((name) => name !== "")
    .join(", ");
}
