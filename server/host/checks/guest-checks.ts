import type { Check } from "./check.schema";
import {
  type CheckSources,
  firmwareFiles,
  folderMarks,
  libvirtPrograms,
  libvirtSockets,
  paths,
} from "./check-sources";
import { install } from "./instructions";

/** Whether there is UEFI firmware for guests: current GPUs need it. */
export function guestFirmware({ files, setup, cpuVendor }: CheckSources): Check {
  const base = { id: "ovmf", title: "UEFI firmware for guests" } as const;
  const found = firmwareFiles.find((path) => files.has(path));
  if (found !== undefined) return { ...base, status: "pass", detail: `Found: /${found}`, fix: null };
  if (!files.has(folderMarks.running)) {
    return { ...base, status: "unknown", detail: "Not included in the host recording.", fix: null };
  }
  const debian = cpuVendor === "arm" ? "qemu-efi-aarch64" : "ovmf";
  const packages = {
    debian,
    pop: debian,
    proxmox: "pve-edk2-firmware",
    fedora: "edk2-ovmf",
    arch: "edk2-ovmf",
    suse: "qemu-ovmf-x86_64",
    gentoo: "sys-firmware/edk2-ovmf-bin",
    alpine: "ovmf",
  };
  const fix = install(packages, "Install the distribution's package of OVMF (edk2).", setup);
  return { ...base, status: "warn", detail: "None was found: VMs can only use BIOS.", fix };
}

/** Whether libvirt is there and answers. */
export function libvirt({ files, setup }: CheckSources): Check {
  const base = { id: "libvirt", title: "libvirt" } as const;
  const socket = libvirtSockets.find((path) => files.has(path));
  if (socket !== undefined)
    return { ...base, status: "pass", detail: `It listens at /${socket}.`, fix: null };
  if (!files.has(folderMarks.running)) {
    return { ...base, status: "unknown", detail: "Not included in the host recording.", fix: null };
  }
  const program = libvirtPrograms.find((path) => files.has(path));
  if (program === undefined) {
    const packages = {
      debian: "libvirt-daemon-system qemu-system-x86",
      pop: "libvirt-daemon-system qemu-system-x86",
      proxmox: "libvirt-daemon-system",
      fedora: "libvirt-daemon-kvm",
      arch: "libvirt qemu-desktop",
      suse: "libvirt-daemon-qemu qemu-kvm",
      gentoo: "app-emulation/libvirt",
      alpine: "libvirt-daemon qemu-system-x86_64",
    };
    const fix = install(packages, "Install libvirt with its QEMU driver.", setup);
    return { ...base, status: "fail", detail: "libvirt is not installed.", fix };
  }
  const unit = program.endsWith("virtqemud") ? "virtqemud.socket" : "libvirtd";
  const detail = "libvirt is installed but does not listen.";
  return { ...base, status: "fail", detail, fix: `Run “systemctl enable --now ${unit}”.` };
}

/** CAP_SYS_RESOURCE, include/uapi/linux/capability.h. */
const resourceCapability = 1n << 24n;

/**
 * Whether a guest's memory can be locked, as a device that writes into it needs. libvirt raises the limit for each VM,
 * which works unless the host is a container without the right to.
 */
export function lockedMemory({ files, memoryBytes }: CheckSources): Check {
  const base = { id: "memlock", title: "Locked memory" } as const;
  const capabilities = /^CapBnd:\s*([0-9a-f]{1,16})$/m.exec(files.text(paths.status) ?? "")?.[1];
  const hardLimit = /^Max locked memory\s+\S+\s+(\d{1,20}|unlimited)/m.exec(
    files.text(paths.limits) ?? "",
  )?.[1];
  if (capabilities === undefined || hardLimit === undefined) {
    return { ...base, status: "unknown", detail: "The kernel does not report the limits.", fix: null };
  }
  if ((BigInt(`0x${capabilities}`) & resourceCapability) !== 0n) {
    const detail = "libvirt raises the limit for each VM.";
    return { ...base, status: "pass", detail, fix: null };
  }
  if (hardLimit === "unlimited" || Number(hardLimit) >= memoryBytes) {
    return { ...base, status: "pass", detail: "The limit covers all of the host's memory.", fix: null };
  }
  return {
    ...base,
    status: "fail",
    detail: `At most ${(Number(hardLimit) / 1024 ** 2).toFixed(0)} MiB can be locked, and this container can't raise the limit.`,
    fix: "Start the container with --cap-add SYS_RESOURCE, or with --ulimit memlock=-1.",
  };
}
