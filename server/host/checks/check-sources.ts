import type { HostFiles } from "../host-files";
import type { Setup } from "./instructions";

/** A PCI device as far as checks need it. */
export interface CheckedDevice {
  address: string;
  class: string;
  vendorId: string;
  deviceId: string;
  driver: string | null;
}

/** What the checks are made of. */
export interface CheckSources {
  /** What was read by {@link checkBatch}. */
  files: HostFiles;
  /** The texts of /etc/modprobe.d, one after the other. */
  moduleOptions: string;
  setup: Setup;
  cpuVendor: "intel" | "amd" | "arm" | null;
  memoryBytes: number;
  iommu: { enabled: boolean; kind: string | null; offeredByFirmware: boolean | null };
  groups: readonly { id: number; devices: readonly string[]; isolated: boolean }[];
  devices: readonly CheckedDevice[];
}

export const paths = {
  commandLine: "proc/cmdline",
  cpu: "proc/cpuinfo",
  modules: "proc/modules",
  limits: "proc/self/limits",
  status: "proc/self/status",
  hugePages: "proc/sys/vm/nr_hugepages",
  transparentHugePages: "sys/kernel/mm/transparent_hugepage/enabled",
  osRelease: "etc/os-release",
  otherOsRelease: "usr/lib/os-release",
} as const;

/** Folders that every host has: what a captured host has no such folder for, nobody looked for. */
export const folderMarks = { devices: "dev", running: "run", modules: "sys/module" } as const;

export const kvmNode = "dev/kvm";
export const kernelCommandLineFile = "etc/kernel/cmdline";
export const proxmoxMarks = ["etc/pve", "usr/bin/pveversion"] as const;
export const vfioModules = ["vfio_pci", "vfio_iommu_type1"] as const;

/** Where distributions keep UEFI firmware for guests; the folder of descriptors is QEMU's own (firmware.json). */
export const firmwareFiles = [
  "usr/share/OVMF/OVMF_CODE_4M.fd",
  "usr/share/OVMF/OVMF_CODE.fd",
  "usr/share/edk2/x64/OVMF_CODE.4m.fd",
  "usr/share/edk2/ovmf/OVMF_CODE.fd",
  "usr/share/edk2-ovmf/x64/OVMF_CODE.fd",
  "usr/share/qemu/ovmf-x86_64-code.bin",
  "usr/share/pve-edk2-firmware/OVMF_CODE_4M.fd",
  "usr/share/edk2-ovmf/OVMF_CODE.fd",
  "usr/share/AAVMF/AAVMF_CODE.fd",
  "usr/share/edk2/aarch64/QEMU_EFI.fd",
  "run/libvirt/nix-ovmf/OVMF_CODE.fd",
] as const;

export const libvirtSockets = ["run/libvirt/libvirt-sock", "run/libvirt/virtqemud-sock"] as const;
export const libvirtPrograms = [
  "usr/sbin/libvirtd",
  "usr/bin/libvirtd",
  "usr/sbin/virtqemud",
  "usr/bin/virtqemud",
] as const;

const moduleOptionsFolder = "etc/modprobe.d";
/** One file a device that driverctl(8) gives a driver at every start. */
export const driverOverridesFolder = "etc/driverctl.d";

/** What the checks need read. */
export const checkBatch = {
  texts: Object.values(paths),
  folders: [moduleOptionsFolder, driverOverridesFolder],
  presence: [
    ...Object.values(folderMarks),
    kvmNode,
    kernelCommandLineFile,
    ...proxmoxMarks,
    ...vfioModules.map((name) => `sys/module/${name}`),
    ...firmwareFiles,
    ...libvirtSockets,
    ...libvirtPrograms,
  ],
};

/** What of modprobe's configuration is read, once the names in its folder are known. */
export function moduleOptionsBatch(files: HostFiles): { texts: string[] } {
  return {
    texts: files
      .names(moduleOptionsFolder)
      .filter((name) => name.endsWith(".conf"))
      .map((name) => `${moduleOptionsFolder}/${name}`),
  };
}
