import type { Layout } from "./layout.test-data";

/** X58: the root ports of the I/O hub have no ACS, so that cards in different slots share a group. */
export const x58: Layout = {
  name: "X58 without ACS: two GPUs and a RAID card in one group",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:00.0 host 8086:3405 5520/5500/X58 I/O Hub | group 0
    00:01.0 port 8086:3408 5520/5500/X58 Root Port 1 | group 1 | on pcieport
      02:00.0 scsi 1000:0072 SAS2008 [Falcon] | group 1 | on mpt3sas | raid: md0 on sda and sdb
    00:03.0 port 8086:340a 5520/5500/X58 Root Port 3 | group 1 | on pcieport
      03:00.0 vga 10de:1187 GK104 [GeForce GTX 760] | group 1 | on nouveau | boot
      03:00.1 audio 10de:0e0a GK104 HDMI Audio | group 1 | on snd_hda_intel | reset none
    00:07.0 port 8086:340e 5520/5500/X58 Root Port 7 | group 1 | on pcieport
      04:00.0 vga 10de:1187 GK104 [GeForce GTX 760] | group 1
      04:00.1 audio 10de:0e0a GK104 HDMI Audio | group 1 | on snd_hda_intel | reset none
    00:1a.0 ehci 8086:3a3c 82801JI EHCI | group 2 | on ehci-pci | reset af_flr
  `,
  expected: `
    04:00.0 blocked shared-group identical-twin | the host's GPU and its RAID are in the group | binds 02:00.0 03:00.0 03:00.1
    03:00.0 blocked shared-group boot-display identical-twin | the same group, and the console
    02:00.0 blocked host-storage shared-group | a member of an array that runs
    00:1a.0 bindable | a group of its own
  `,
};

/** A card of PCI's own days behind a PCIe-to-PCI bridge: one requester for the IOMMU, so one group. */
export const conventionalPci: Layout = {
  name: "A PCIe-to-PCI bridge with GPU, sound and network card behind it",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:02.0 vga 8086:5912 HD Graphics 630 | group 1 | on i915 | boot | no rom | reset flr
    00:1c.0 port 8086:a110 Root Port | group 5 | on pcieport
      06:00.0 port 1b21:1080 ASM1083/1085 PCIe to PCI Bridge | group 18
        07:01.0 vga 10de:13c2 GM204 [GeForce GTX 970] | group 18
        07:01.1 audio 10de:0fbb GM204 High Definition Audio | group 18 | on snd_hda_intel | reset none
        07:02.0 ethernet 8086:100e 82540EM Gigabit | group 18 | on e1000 | reset none
    00:1f.6 ethernet 8086:15b7 Ethernet Connection I219-LM | group 9 | on e1000e | reset pm | default-route: default by eno1
  `,
  management: ["00:1f.6"],
  expected: `
    07:01.0 blocked shared-group | 07:02.0 (e1000) is still the host's | gets 07:01.0 07:01.1 | binds 07:02.0
    07:02.0 blocked shared-group no-reset | the sound of the GPU is still with its driver | binds 07:01.0 07:01.1
    06:00.0 blocked bridge | a bridge without a driver is a bridge all the same
    00:02.0 risky boot-display no-uefi-rom | the GTX 970 has no driver and can't take over
  `,
};

/** The same, with all of the group reserved for VMs. */
export const conventionalPciGivenAway: Layout = {
  name: "The whole group behind a PCIe-to-PCI bridge reserved for VMs",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:02.0 vga 8086:5912 HD Graphics 630 | group 1 | on i915 | boot | no rom | reset flr
    00:1c.0 port 8086:a110 Root Port | group 5 | on pcieport
      06:00.0 port 1b21:1080 ASM1083/1085 PCIe to PCI Bridge | group 18
        07:01.0 vga 10de:13c2 GM204 [GeForce GTX 970] | group 18 | on vfio-pci
        07:01.1 audio 10de:0fbb GM204 High Definition Audio | group 18 | on vfio-pci | reset none
        07:02.0 ethernet 8086:100e 82540EM Gigabit | group 18 | on pci-stub | reset pm
        07:03.0 communication 9710:9835 Serial card | group 18
  `,
  expected: `
    07:01.0 ready shared-group | others on a stub or without a driver are no bar | binds 07:02.0 07:03.0
    07:02.0 bindable shared-group | a stub keeps it for others; for a guest it still has to go to vfio-pci
  `,
};

/** Intel Arc brings a switch along: display and sound sit on buses of their own below it. */
export const arc: Layout = {
  name: "Intel Arc A770 with its own switch",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:01.0 port 8086:460d 12th Gen Core x16 Controller | group 2 | on pcieport
      01:00.0 port 8086:4fa0 DG2 Upstream Port | group 16 | on pcieport | reset none
        02:01.0 port 8086:4fa4 DG2 Downstream Port | group 17 | on pcieport
          03:00.0 vga 8086:56a0 DG2 [Arc A770] | group 19 | on i915
        02:04.0 port 8086:4fa4 DG2 Downstream Port | group 18 | on pcieport
          04:00.0 audio 8086:4f90 DG2 Audio Controller | group 20 | on snd_hda_intel
    00:02.0 vga 8086:4680 AlderLake-S GT1 | group 1 | on i915 | boot | no rom | reset flr
    00:06.0 port 8086:464d 12th Gen Core x4 Controller | group 3 | on pcieport
      05:00.0 nvme 1344:5413 2450 NVMe SSD | group 21 | on nvme | reset flr bus | root-file-system: / on nvme0n1p3
  `,
  expected: `
    03:00.0 bindable | each function has its group; the card's own bridges are left alone | gets 03:00.0 04:00.0 | binds
    04:00.0 bindable | the card's sound, although in another slot | gets 03:00.0 04:00.0
    02:01.0 blocked bridge | a bridge on the card is a bridge
    00:02.0 risky boot-display no-uefi-rom | the console; the Arc would remain
    05:00.0 blocked host-storage | the root port of the CPU is no part of it
  `,
};

/** A switch without ACS: what is below it can talk past the IOMMU, so all of it is one group. */
export const plxWithoutAcs: Layout = {
  name: "Two cards behind a PLX switch without ACS",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:02.0 vga 8086:0412 Integrated Graphics | group 1 | on i915 | boot | no rom | reset flr
    00:01.0 port 8086:0c01 PCI Express x16 Controller | group 2 | on pcieport
      01:00.0 port 10b5:8747 PEX 8747 Switch | group 2 | on pcieport
        02:08.0 port 10b5:8747 PEX 8747 Switch | group 2 | on pcieport
          03:00.0 vga 10de:17c8 GM200 [GeForce GTX 980 Ti] | group 2 | on vfio-pci | slot PCIEX16_1
          03:00.1 audio 10de:0fb0 GM200 High Definition Audio | group 2 | on vfio-pci | reset none
        02:10.0 port 10b5:8747 PEX 8747 Switch | group 2 | on pcieport
          04:00.0 nvme 8086:0953 PCIe Data Center SSD | group 2 | on nvme | reset flr bus | lvm: vg0 on nvme0n1
  `,
  expected: `
    03:00.0 blocked shared-group | the host's volume group is on the NVMe drive of its group | binds 04:00.0
    04:00.0 blocked host-storage shared-group | holds a volume group; the GPU beside it is in the group and is away already
    02:08.0 blocked bridge | a port of the switch
  `,
};

/** No IOMMU in use: nothing can be reserved for VMs, and everything says so. */
export const withoutIommu: Layout = {
  name: "A host without an IOMMU",
  cpu: "intel",
  iommu: "off",
  devices: `
    00:01.0 port 8086:1901 PEG | on pcieport
      01:00.0 vga 10de:1b80 GP104 [GeForce GTX 1080] | on nouveau | boot
      01:00.1 audio 10de:10f0 GP104 High Definition Audio | on snd_hda_intel | reset none
    00:17.0 sata 8086:a102 SATA | on ahci | reset pm | root-file-system: / on sda1
  `,
  expected: `
    01:00.0 blocked iommu-off only-display | without groups VFIO takes nothing | gets 01:00.0 01:00.1 | binds
    00:17.0 blocked iommu-off host-storage | and the host's disk it is besides
    00:01.0 blocked bridge | a bridge, with or without an IOMMU
  `,
};

/** Twins: two cards of one model, of which the firmware uses one. */
export const twins: Layout = {
  name: "Twin RTX cards, one boots",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:01.0 port 8086:a70d x8 Controller | group 1 | on pcieport
      01:00.0 vga 10de:2204 GA102 [GeForce RTX 3090] | group 15 | on nouveau | boot | slot PCIEX16_1
      01:00.1 audio 10de:1aef GA102 High Definition Audio | group 15 | on snd_hda_intel | reset none
    00:01.1 port 8086:a72d x8 Controller | group 2 | on pcieport
      02:00.0 vga 10de:2204 GA102 [GeForce RTX 3090] | group 16 | on nouveau | slot PCIEX16_2
      02:00.1 audio 10de:1aef GA102 High Definition Audio | group 16 | on snd_hda_intel | reset none
  `,
  attached: { "02:00.0": { vmName: "win11", running: false } },
  expected: `
    01:00.0 risky boot-display identical-twin | the console is on this one of the two
    02:00.0 bindable attached-elsewhere identical-twin | the other is free: bound by address, never by ID; a VM that is off has it
  `,
};

/** A card with four functions that a VM has, and group member of a VM that runs. */
export const fourFunctions: Layout = {
  name: "A GPU with four functions, with a VM that runs",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:02.0 vga 8086:3e92 UHD Graphics 630 | group 1 | on i915 | boot | no rom | reset flr | screen: HDMI-A-1 of card0
    00:01.0 port 8086:1901 PEG | group 2 | on pcieport
      01:00.0 vga 10de:1e07 TU102 [GeForce RTX 2080 Ti] | group 2 | on vfio-pci
      01:00.1 audio 10de:10f7 TU102 HD Audio | group 2 | on vfio-pci | reset none
      01:00.2 usb 10de:1ad6 TU102 USB 3.1 | group 2 | on vfio-pci | reset none
      01:00.3 ucsi 10de:1ad7 TU102 USB Type-C UCSI | group 2 | on vfio-pci | reset none
    00:01.1 port 8086:1905 PEG | group 2 | on pcieport
      02:00.0 nvme 144d:a808 NVMe SSD Controller SM981 | group 2 | on vfio-pci | reset flr bus
  `,
  attached: { "01:00.0": { vmName: "win11", running: true } },
  expected: `
    01:00.0 blocked attached-elsewhere shared-group | a VM runs with it | gets 01:00.0 01:00.1 01:00.2 01:00.3 | binds 02:00.0
    01:00.3 blocked attached-elsewhere shared-group | all four functions are one card
    02:00.0 blocked shared-group | its group is with a VM that runs, so no other can have it
    00:02.0 risky only-display driver-in-use no-uefi-rom | the other GPU is away; a screen is connected to this one
  `,
};
