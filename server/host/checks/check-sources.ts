import type { HostFiles } from "../host-files";
import type { BootLog } from "../kernel-log";
import type { BindingAtBoot } from "../modules/binding-at-boot";
import type { BindingFiles } from "../modules/binding-files";
import type { NumberedDevice } from "../modules/vfio-ids";
import { type FurtherFiles, kvmNode } from "./further-files";
import type { Setup } from "./instructions";

/** A PCI device as far as checks need it. */
export interface CheckedDevice extends NumberedDevice {
  address: string;
  /** Its base address registers. */
  bars: readonly { index: number; bytes: number; space: "memory" | "port"; unassigned?: true | undefined }[];
  driver: string | null;
  iommuGroup: number | null;
  bootVga: boolean | null;
  /** Modules of the running kernel that claim the device. */
  modules: readonly string[];
  /** What the host would lose with it, in words; null where nothing is known to. */
  needed: string | null;
}

/** What the checks are made of. */
export interface CheckSources {
  /** What was read by {@link checkBatch}. */
  files: HostFiles;
  further: FurtherFiles;
  log: BootLog;
  /** /proc/cmdline; "" where it was not read. */
  commandLine: string;
  /** The running kernel's release. */
  kernel: string;
  bindingFiles: BindingFiles;
  binding: BindingAtBoot;
  /** Whether a module, by its name with underscores, is part of the kernel's own file. */
  builtIn(module: string): boolean;
  setup: Setup;
  cpuVendor: "intel" | "amd" | "arm" | null;
  memoryBytes: number;
  /** Logical CPUs that are online; 0 where unknown. */
  threads: number;
  iommu: { enabled: boolean; kind: string | null; offeredByFirmware: boolean | null };
  groups: readonly { id: number; devices: readonly string[]; isolated: boolean }[];
  devices: readonly CheckedDevice[];
}

export const paths = {
  commandLine: "proc/cmdline",
  boardModel: "proc/device-tree/model",
  noIommuMode: "sys/module/vfio/parameters/enable_unsafe_noiommu_mode",
  cpu: "proc/cpuinfo",
  modules: "proc/modules",
  limits: "proc/self/limits",
  status: "proc/self/status",
  hugePages: "proc/sys/vm/nr_hugepages",
  transparentHugePages: "sys/kernel/mm/transparent_hugepage/enabled",
  boardMaker: "sys/class/dmi/id/board_vendor",
  systemMaker: "sys/class/dmi/id/sys_vendor",
  product: "sys/class/dmi/id/product_name",
  osRelease: "etc/os-release",
  otherOsRelease: "usr/lib/os-release",
} as const;

/** Folders that every host has: what a captured host has no such folder for, nobody looked for. */
export const folderMarks = { devices: "dev", running: "run", modules: "sys/module" } as const;

export const proxmoxMarks = ["etc/pve", "usr/bin/pveversion"] as const;
export const unraidMark = "etc/unraid-version";
const vfioModules = ["vfio_pci", "vfio_iommu_type1", "iommufd"] as const;

/** Sizes of huge pages in KiB, of all architectures. */
export const hugePageSizes = [64, 2048, 32_768, 524_288, 1_048_576, 16_777_216] as const;

/** How many pages of a size are reserved. */
export function hugePageFile(kibibytes: number): string {
  return `sys/kernel/mm/hugepages/hugepages-${kibibytes}kB/nr_hugepages`;
}

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

/** What the checks need read. */
export const checkBatch = {
  texts: [...Object.values(paths), ...hugePageSizes.map(hugePageFile)],
  presence: [
    ...Object.values(folderMarks),
    kvmNode,
    ...proxmoxMarks,
    unraidMark,
    ...vfioModules.map((name) => `sys/module/${name}`),
    ...firmwareFiles,
    ...libvirtSockets,
    ...libvirtPrograms,
  ],
};
