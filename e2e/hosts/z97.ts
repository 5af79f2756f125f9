import type { HostDescription } from "./build-host-tree";

/**
 * A gaming machine of 2014 that a how-to on GPU passthrough describes: ASUS MAXIMUS VII Ranger, i7-4790K and a
 * GTX 970 that vfio-pci holds, screen on the CPU's graphics. Groups, ids, drivers and command line are the how-to's;
 * Linux 5.9 had no `reset_method` yet.
 */
export const z97: HostDescription = {
  cpu: {
    vendor: "GenuineIntel",
    model: "Intel(R) Core(TM) i7-4790K CPU @ 4.00GHz",
    threads: 8,
    flags: "fpu vme de pse tsc msr pae mce vmx ept vpid smx est tm2 ssse3 sse4_1 sse4_2 x2apic aes avx avx2",
  },
  memoryKibibytes: 16_331_612,
  kernel: "5.9.16-1-MANJARO",
  commandLine:
    "BOOT_IMAGE=/boot/vmlinuz-5.9-x86_64 root=UUID=aeae42e3-30f2-44ff-a71f-710e311a3a96 ro quiet resume=UUID=4b26c43b-c6ef-4d50-aabe-bb0200bf03d3 udev.log_priority=3 intel_iommu=on iommu=pt vfio-pci.ids=10de:13c2,10de:0fbb",
  distribution: "Manjaro Linux",
  present: ["boot/grub/grub.cfg", "etc/default/grub", "etc/mkinitcpio.conf", "usr/bin/mkinitcpio"],
  dmi: {
    sys_vendor: "ASUS",
    product_name: "All Series",
    board_vendor: "ASUSTeK COMPUTER INC.",
    board_name: "MAXIMUS VII RANGER",
  },
  iommuUnits: ["dmar0", "dmar1"],
  firmwareTables: ["APIC", "DMAR", "FACP", "HPET", "MCFG"],
  devices: [
    { address: "0000:00:00.0", class: "0600", id: "8086:0c00", driver: "hsw_uncore", group: 0 },
    { address: "0000:00:01.0", class: "0604", id: "8086:0c01", driver: "pcieport", group: 1 },
    {
      address: "0000:00:02.0",
      class: "0300",
      id: "8086:0412",
      driver: "i915",
      group: 2,
      bootVga: true,
      users: ["drm/card0"],
    },
    { address: "0000:00:03.0", class: "0403", id: "8086:0c0c", driver: "snd_hda_intel", group: 3 },
    { address: "0000:00:14.0", class: "0c0330", id: "8086:8cb1", driver: "xhci_hcd", group: 4 },
    { address: "0000:00:16.0", class: "0780", id: "8086:8cba", driver: "mei_me", group: 5 },
    {
      address: "0000:00:19.0",
      class: "0200",
      id: "8086:15a1",
      driver: "e1000e",
      group: 6,
      users: ["net/eno1"],
    },
    { address: "0000:00:1a.0", class: "0c0320", id: "8086:8cad", driver: "ehci-pci", group: 7 },
    { address: "0000:00:1b.0", class: "0403", id: "8086:8ca0", driver: "snd_hda_intel", group: 8 },
    { address: "0000:00:1d.0", class: "0c0320", id: "8086:8ca6", driver: "vfio-pci", group: 9 },
    { address: "0000:00:1f.0", class: "0601", id: "8086:8cc4", driver: "lpc_ich", group: 10 },
    {
      address: "0000:00:1f.2",
      class: "010601",
      id: "8086:8c82",
      driver: "ahci",
      group: 10,
      users: ["block/sda"],
    },
    { address: "0000:00:1f.3", class: "0c05", id: "8086:8ca2", driver: "i801_smbus", group: 10 },
    {
      address: "0000:01:00.0",
      class: "0300",
      id: "10de:13c2",
      subsystem: "1043:8508",
      driver: "vfio-pci",
      group: 1,
      bootVga: false,
      behind: "0000:00:01.0",
    },
    {
      address: "0000:01:00.1",
      class: "0403",
      id: "10de:0fbb",
      subsystem: "1043:8508",
      driver: "vfio-pci",
      group: 1,
      behind: "0000:00:01.0",
    },
  ],
  // The how-to shows no addresses. Without this table nobody would know that there is no default route either.
  files: { "proc/net/route": "Iface\tDestination\tGateway\tFlags\n" },
};
