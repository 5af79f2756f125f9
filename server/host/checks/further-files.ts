import { secureBootVariable } from "../boot/efi-variables";
import { defaultTargets } from "../default-targets";
import type { SecureTemplate } from "../firmware/secure-templates";
import type { HostFiles, ReadBatch } from "../host-files";
import type { LookingGlassHost } from "../looking-glass-host";

/** What checks need beyond `checkBatch`: what is named by what was read before, too. */
export interface FurtherFiles {
  first: HostFiles;
  second: HostFiles;
  /** Configuration spaces of bridges, by address; null of one that sleeps or may not be read. */
  ports: ReadonlyMap<string, Uint8Array | null>;
  /** Numbers of the host's memory nodes. */
  nodes: readonly number[];
  /** Files of the folder, relative to the root. */
  descriptors: readonly string[];
  /** What VMs with Secure Boot begin with, the one first that libvirt takes. */
  templates: readonly SecureTemplate[];
  qemuCaches: readonly string[];
  moduleLists: readonly string[];
  /** In which mkinitcpio, dracut and booster are told modules. */
  initramfsLists: readonly string[];
  lookingGlass: LookingGlassHost;
}

export const kvmNode = "dev/kvm";

/** What stands in files that a host may lack, or that Passdeck may not read: each is then "unknown". */
export const further = {
  interrupts: "proc/interrupts",
  ioMemory: "proc/iomem",
  frameBuffers: "proc/fb",
  unsafeInterrupts: "sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts",
  nestedIntel: "sys/module/kvm_intel/parameters/nested",
  nestedAmd: "sys/module/kvm_amd/parameters/nested",
  onlineCpus: "sys/devices/system/cpu/online",
  isolatedCpus: "sys/devices/system/cpu/isolated",
  ticklessCpus: "sys/devices/system/cpu/nohz_full",
  ksm: "sys/kernel/mm/ksm/run",
  lockdown: "sys/kernel/security/lockdown",
  qemuConfiguration: "etc/libvirt/qemu.conf",
  bootLog: "var/log/dmesg",
} as const;

export const efiFolder = "sys/firmware/efi";
/** Every machine with ACPI or a device tree has it. */
export const firmwareFolder = "sys/firmware";

/** In which a firmware describes its IOMMU: Intel's, AMD's, Arm's. */
export const iommuTables = ["DMAR", "IVRS", "IORT"].map((name) => `sys/firmware/acpi/tables/${name}`);

/** UEFI firmware that checks its guest's boot loader. */
export const secureFirmwareFiles = [
  "usr/share/OVMF/OVMF_CODE_4M.secboot.fd",
  "usr/share/OVMF/OVMF_CODE_4M.ms.fd",
  "usr/share/OVMF/OVMF_CODE.secboot.fd",
  "usr/share/edk2/x64/OVMF_CODE.secboot.4m.fd",
  "usr/share/edk2/ovmf/OVMF_CODE.secboot.fd",
  "usr/share/edk2-ovmf/x64/OVMF_CODE.secboot.fd",
  "usr/share/edk2-ovmf/OVMF_CODE.secboot.fd",
  "usr/share/qemu/ovmf-x86_64-smm-ms-code.bin",
  "usr/share/pve-edk2-firmware/OVMF_CODE_4M.secboot.fd",
] as const;

export const tpmPrograms = ["usr/bin/swtpm", "usr/sbin/swtpm", "bin/swtpm"] as const;
export const tpmSetupPrograms = ["usr/bin/swtpm_setup", "usr/sbin/swtpm_setup", "bin/swtpm_setup"] as const;
export const libvirtFolder = "etc/libvirt";

export const nodesFolder = "sys/devices/system/node";
export const descriptorsFolder = "usr/share/qemu/firmware";
/** What libvirt found QEMU to be, a file for each program (`virQEMUCapsFormatCache` in src/qemu/qemu_capabilities.c). */
export const qemuCacheFolder = "var/cache/libvirt/qemu/capabilities";

/** Of mkinitcpio, dracut and booster, with the folders of their further files. */
export const initramfsFiles = ["etc/mkinitcpio.conf", "etc/dracut.conf", "etc/booster.yaml"] as const;
export const initramfsFolders = ["etc/mkinitcpio.conf.d", "etc/dracut.conf.d"] as const;

/** Of each of them its being there is asked as well, as what is there and has no text may not be read. */
const texts = Object.values(further);

/** What is read first; each file may be missing or forbidden. */
export const furtherBatch = {
  texts,
  links: defaultTargets,
  folders: [nodesFolder, descriptorsFolder, qemuCacheFolder, ...initramfsFolders],
  presence: [
    ...texts,
    efiFolder,
    firmwareFolder,
    secureBootVariable,
    ...iommuTables,
    ...secureFirmwareFiles,
    ...tpmPrograms,
    ...tpmSetupPrograms,
    libvirtFolder,
  ],
  bytes: [secureBootVariable],
  opened: [kvmNode],
} satisfies ReadBatch;
