import type { Found, TroubleRule } from "./trouble";

/** What is wrong with anything but devices: firmware, disks, networks, the CPU. */
export const machineRules: readonly TroubleRule[] = [
  rule(
    /failed to find romfile "(?<file>[^"]+)"/,
    (found) => `The VBIOS file ${found("file")} is not there, or the VM's QEMU may not read it.`,
    "Put it where libvirt's own rules let QEMU read (/usr/share/vgabios or /var/lib/libvirt), readable for all, or attach the card without a file.",
  ),
  rule(
    /unable to find any master var store for loader: (?<file>\S+)|could not load PC BIOS '(?<file2>[^']+)'|(?:Could|could) not open '(?<file3>[^']*(?:OVMF|AAVMF|edk2)[^']*)': No such file|Failed to open file '(?<file4>[^']*(?:OVMF|AAVMF|edk2)[^']*)': No such file/,
    (found) =>
      `The UEFI firmware that this VM wants is not there: ${["file", "file2", "file3", "file4"].map(found).join("")}.`,
    "Install it (Debian: ovmf), or choose the firmware anew in the VM's definition: newer distributions have it under another name (OVMF_CODE_4M.fd).",
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
    "Shut down the other VM that has this disk, or end the qemu-img that works on it. Two VMs that write one image destroy it.",
  ),
  rule(
    /[Nn]etwork '(?<network>[^']+)' is not active/,
    (found) => `The VM wants the network “${found("network")}”, which is switched off.`,
    "Start it (“virsh net-start NAME”), and have it start with the host (“virsh net-autostart NAME”).",
  ),
  rule(
    /[Cc]ould not access KVM kernel module: Permission denied|failed to initialize (?:kvm|KVM): Permission denied/,
    () => "The VM's QEMU may not use KVM: it has no right to /dev/kvm.",
    "Put the user of qemu.conf into the group “kvm”, or hand /dev/kvm to the container that libvirt runs in.",
  ),
  rule(
    /could not find capabilities for domaintype=kvm|[Cc]ould not access KVM kernel module|failed to initialize (?:kvm|KVM)|does not support virt type 'kvm'|Domain requires KVM, but it is not available/,
    () => "KVM is not available on this host, so its VMs can't use the CPU's virtualisation.",
    "Switch virtualisation (VT-x, AMD-V) on in the firmware, load kvm_intel or kvm_amd, and restart libvirt.",
  ),
  rule(
    /(?:guest CPU doesn't match specification: missing features|Host CPU does not provide required features): (?<features>[\w.,\s-]+)/,
    (found) => `The VM wants a CPU that this host does not have; it lacks: ${features(found("features"))}.`,
    "Choose the host's own CPU for the VM (host-passthrough), or an older model.",
  ),
  rule(
    /CPU is incompatible with host CPU|[Gg]uest and host CPU are not compatible|CPU mode '[\w-]+' for \S+ \S+ domain on \S+ host is not supported/,
    () => "The VM wants a CPU that this host can't provide.",
    "Choose the host's own CPU for the VM (host-passthrough), or an older model.",
  ),
  rule(
    /cannot acquire state change lock(?: \(held by (?:monitor=)?(?<holder>[^)]+)\))?/,
    (found) =>
      `This VM is still busy with something that was begun before${found("holder") === "" ? "" : ` (${found("holder")})`}. A device that a driver does not let go of may be the cause.`,
    "Wait a minute and try again. If it stays so, check the host's kernel log for “blocked for more than”; the host then has to be restarted.",
  ),
  rule(
    /task (?<task>qemu[\w-]*|kvm|libvirtd|virtqemud|rpc-\w+|prio-rpc-\w+|worker)(?::\d+)? blocked for more than/,
    (found) =>
      `The program ${found("task")} hangs in the host's kernel, most likely at a device that a driver does not let go of.`,
    "The lines below it in the kernel log say where. Most often the host has to be rebooted; end what uses the device (a desktop, nvidia-persistenced) before the VM is started next time.",
  ),
  rule(
    /[Cc]ould not open '(?<file>[^']+)': Permission denied/,
    (found) => `The VM's QEMU may not open ${found("file")}.`,
    "Check the file's owner and rights, those of the folders above it, and the rules of AppArmor or SELinux.",
  ),
];

function rule(pattern: RegExp, message: (found: Found) => string, fix: string): TroubleRule {
  return { pattern, explain: (found) => ({ message: message(found), fix, devices: [] }) };
}

function features(text: string): string {
  return text
    .split(/[\s,]+/)
    .map((name) => name.replace(/\.$/, ""))
    .filter((name) => name !== "")
    .join(", ");
}
