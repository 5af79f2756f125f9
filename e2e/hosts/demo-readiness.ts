import type { HostDescription } from "./build-host-tree";

/** What the boot of a Haswell board logs; the GTX 970's own driver was there before vfio-pci. */
const bootLog = [
  "[    0.000000] Linux version 6.12.48-1-MANJARO (builder@manjaro) #1 SMP PREEMPT_DYNAMIC",
  "[    0.003811] ACPI: DMAR 0x00000000DD7E3A38 0000B8 (v01 INTEL  HSW      00000001 INTL 00000001)",
  "[    0.041207] DMAR: IOMMU enabled",
  "[    0.093035] DMAR: Host address width 39",
  "[    0.093041] DMAR: DRHD base: 0x000000fed90000 flags: 0x0",
  "[    0.093049] DMAR: RMRR base: 0x000000df800000 end: 0x000000df9fffff",
  "[    0.093052] DMAR-IR: IOAPIC id 8 under DRHD base  0xfed91000 IOMMU 1",
  "[    0.093055] DMAR-IR: x2apic is disabled because BIOS sets x2apic opt out bit.",
  "[    0.093056] DMAR-IR: Use 'intremap=no_x2apic_optout' to override the BIOS setting.",
  "[    0.093462] DMAR-IR: Enabled IRQ remapping in xapic mode",
  "[    0.371049] iommu: Default domain type: Passthrough (set via kernel command line)",
  "[    1.806112] vfio-pci 0000:05:00.1: enabling device (0000 -> 0002)",
  "[    2.118430] nouveau 0000:01:00.0: NVIDIA GM204 (124020a1)",
  "[    4.902217] vfio-pci 0000:01:00.0: vgaarb: VGA decodes changed",
].map((line) => `${line}\n`);

/** Intel's regions for the CPU's graphics may be let go. */
const regions =
  "0x00000000df800000 0x00000000df9fffff direct-relaxable\n0x00000000fee00000 0x00000000feefffff msi\n";

/** What the checks of readiness read of the demo's host: most is well, and something is left to do. */
export const demoReadiness: Required<Pick<HostDescription, "files" | "links">> = {
  links: { "usr/lib/systemd/system/default.target": "usr/lib/systemd/system/graphical.target" },
  files: {
    "etc/default/grub": [
      "GRUB_DEFAULT=saved\nGRUB_TIMEOUT=5\nGRUB_DISTRIBUTOR='Manjaro'\n",
      'GRUB_CMDLINE_LINUX_DEFAULT="quiet resume=UUID=4b26c43b-c6ef-4d50-aabe-bb0200bf03d3 udev.log_priority=3 ',
      'intel_iommu=on iommu=pt vfio-pci.ids=10de:13c2,10de:0fbb"\nGRUB_CMDLINE_LINUX=""\n',
    ].join(""),
    "var/log/dmesg": bootLog.join(""),
    "proc/interrupts": "IR-IO-APIC IR-PCI-MSI\n",
    "proc/iomem": "00000000-00000000 : Reserved\n",
    "sys/module/kvm_intel/parameters/nested": "Y\n",
    "sys/devices/system/cpu/online": "0-7\n",
    "sys/devices/system/cpu/isolated": "\n",
    "sys/kernel/mm/ksm/run": "0\n",
    "sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages": "0\n",
    "sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages": "0\n",
    "sys/kernel/security/lockdown": "[none] integrity confidentiality\n",
    "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c": "\u0006\0\0\0\0",
    "sys/kernel/iommu_groups/1/reserved_regions": "0x00000000fee00000 0x00000000feefffff msi\n",
    "sys/kernel/iommu_groups/2/reserved_regions": regions,
    // Somebody added a device by hand, of a guide that knows nothing of VFIO.
    "etc/libvirt/qemu.conf":
      '# Master configuration file for the QEMU driver.\ncgroup_device_acl = [\n  "/dev/null", "/dev/full", "/dev/zero", "/dev/random", "/dev/urandom",\n  "/dev/ptmx", "/dev/kvm", "/dev/input/by-id/usb-receiver-event-kbd"\n]\n',
    "usr/share/edk2/x64/OVMF_CODE.secboot.4m.fd": "",
    "var/cache/libvirt/qemu/capabilities/5b1d.xml":
      "<qemuCaps>\n  <emulator>/usr/bin/qemu-system-x86_64</emulator>\n  <selfvers>10010000</selfvers>\n  <version>9002004</version>\n</qemuCaps>\n",
  },
};
