import type { Layout } from "./layout.test-data";

/** A gaming machine of 2014: ASUS MAXIMUS VII Ranger, i7-4790K, a GTX 970 that vfio-pci has held since the start. */
export const z97: Layout = {
  name: "Z97 with a GTX 970",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:00.0 host 8086:0c00 4th Gen Core DRAM Controller | group 0 | on hsw_uncore
    00:01.0 port 8086:0c01 PCI Express x16 Controller | group 1 | on pcieport
      01:00.0 vga 10de:13c2 GM204 [GeForce GTX 970] | group 1 | on vfio-pci
      01:00.1 audio 10de:0fbb GM204 High Definition Audio | group 1 | on vfio-pci | reset none
    00:02.0 vga 8086:0412 Integrated Graphics | group 2 | on i915 | boot | no rom | reset flr
    00:03.0 audio 8086:0c0c HD Audio of the CPU | group 3 | on snd_hda_intel | reset flr
    00:14.0 usb 8086:8cb1 9 Series xHCI | group 4 | on xhci_hcd | reset pm | input: a keyboard on usb3
    00:16.0 communication 8086:8cba ME Interface | group 5 | on mei_me | reset none
    00:19.0 ethernet 8086:15a1 I218-V | group 6 | on e1000e | reset pm | default-route: default by eno1 | address: eno1 has 192.168.1.20
    00:1d.0 ehci 8086:8ca6 9 Series EHCI | group 9 | on vfio-pci | reset af_flr pm
    00:1f.0 isa 8086:8cc4 Z97 LPC Controller | group 10 | on lpc_ich | reset none
    00:1f.2 sata 8086:8c82 9 Series SATA [AHCI mode] | group 10 | on ahci | reset pm | root-file-system: / on sda1
    00:1f.3 smbus 8086:8ca2 9 Series SMBus | group 10 | on i801_smbus | reset none
  `,
  management: ["00:19.0"],
  expected: `
    01:00.0 ready | both functions are on vfio-pci and the root port of the group is a bridge | gets 01:00.0 01:00.1 | binds
    01:00.1 ready | a card's functions share its verdict
    00:01.0 blocked bridge | a root port is never bound
    00:02.0 risky only-display no-uefi-rom | the GTX 970 was reserved for VMs, so the CPU's graphics are all that the host can show
    00:03.0 bindable | nothing uses this sound and its group is its own
    00:14.0 risky driver-in-use | the keyboard hangs on it
    00:16.0 risky no-reset | the kernel lists ways to reset others, and none for this
    00:19.0 blocked management-network host-network | the user's connection and the only default route go through it
    00:1d.0 ready | the how-to gave this USB controller away as well
    00:1f.2 blocked host-storage driver-in-use no-reset | the host's root; and the LPC bridge of its group has a driver that the kernel counts
    00:1f.3 blocked host-storage driver-in-use no-reset | in one slot and group with the disk of the host
  `,
};

/** A Xeon E3 machine of a note on passthrough: the root port shares the group of the only card, a GTX 750. */
export const xeonE3: Layout = {
  name: "Xeon E3-1230 V2 with a GTX 750",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:00.0 host 8086:0158 Xeon E3-1200 v2 DRAM Controller | group 0 | on ie31200_edac
    00:01.0 port 8086:0151 Xeon E3-1200 v2 Root Port | group 1 | on pcieport
      01:00.0 vga 10de:1381 GM107 [GeForce GTX 750] | group 1 | on nouveau | boot
      01:00.1 audio 10de:0fbc GM107 High Definition Audio | group 1 | on snd_hda_intel | reset none
  `,
  expected: `
    01:00.0 risky only-display | the processor has no graphics; its root port in the group is no bar | gets 01:00.0 01:00.1 | binds
    01:00.1 risky only-display | a card's functions share its verdict
    00:01.0 blocked bridge | the note's own warning: the root port must not go to vfio-pci
    00:00.0 blocked bridge | a host bridge
  `,
};

/** An industrial machine that hands its only graphics to a Windows guest (GVT-d), and a USB controller with it. */
export const edgeHost: Layout = {
  name: "Intel edge host with its IGD",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:00.0 host 8086:9b61 Comet Lake Host Bridge | group 0 | on skl_uncore
    00:02.0 vga 8086:9bca Comet Lake UHD Graphics | group 1 | on i915 | boot | no rom | reset flr
    00:14.0 usb 8086:02ed Comet Lake xHCI | group 3 | on xhci_hcd | reset pm
    00:14.2 communication 8086:02ef Comet Lake Shared SRAM | group 3 | reset pm
    00:17.0 sata 8086:02d3 Comet Lake SATA | group 5 | on ahci | reset pm | root-file-system: / on sda2
    00:1f.0 isa 8086:0284 Comet Lake LPC Controller | group 8 | reset none
    00:1f.3 audio 8086:02c8 Comet Lake cAVS | group 8 | on snd_hda_intel | reset pm
    00:1f.4 smbus 8086:02a3 Comet Lake SMBus | group 8 | on i801_smbus | reset pm
    00:1f.6 ethernet 8086:0d4f Ethernet Connection (10) I219-V | group 8 | on e1000e | reset pm | default-route: default by eno1
  `,
  management: ["00:1f.6"],
  expected: `
    00:02.0 risky only-display no-uefi-rom | the guest gets the only screen, which is the purpose; the ROM is in the firmware
    00:14.0 bindable | as the guide does it; the SRAM beside it has no driver | gets 00:14.0 00:14.2 | binds
    00:17.0 blocked host-storage | the root file system
    00:1f.3 blocked management-network host-network | one card with the network, by slot and by group
  `,
};
