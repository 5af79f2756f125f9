import type { Layout } from "./layout.test-data";

/** The chipset hangs on one port of the CPU and keeps its own ports apart, but not the functions of its own device. */
export const ryzenX570: Layout = {
  name: "Ryzen 5900X, X570: GPU in the CPU's slot, another in the chipset's",
  cpu: "amd",
  iommu: "amd",
  devices: `
    00:00.0 host 1022:1480 Starship/Matisse Root Complex | group 0
    00:00.2 iommu 1022:1481 Starship/Matisse IOMMU | reset none
    00:01.0 host 1022:1482 Starship/Matisse PCIe Dummy Host Bridge | group 1
    00:01.1 port 1022:1483 Starship/Matisse GPP Bridge | group 2 | on pcieport
      01:00.0 nvme 144d:a808 NVMe SSD Controller SM981 | group 17 | on nvme | reset flr bus | root-file-system: / on nvme0n1p2
    00:01.2 port 1022:1483 Starship/Matisse GPP Bridge | group 3 | on pcieport
      02:00.0 port 1022:57ad Matisse Switch Upstream | group 18 | on pcieport
        03:04.0 port 1022:57a3 Matisse PCIe GPP Bridge | group 19 | on pcieport
          05:00.0 vga 1002:699f Lexa PRO [Radeon RX 550] | group 25 | on amdgpu | boot
          05:00.1 audio 1002:aae0 Baffin HDMI/DP Audio | group 25 | on snd_hda_intel | reset none
        03:06.0 port 1022:57a3 Matisse PCIe GPP Bridge | group 20 | on pcieport
          06:00.0 ethernet 8086:1539 I211 Gigabit | group 26 | on igb | reset flr bus | default-route: default by enp6s0
        03:08.0 port 1022:57a4 Matisse PCIe GPP Bridge | group 21 | on pcieport
          07:00.0 signal 1022:1485 Starship/Matisse Reserved SPP | group 21
          07:00.1 usb 1022:149c Matisse USB 3.0 | group 21 | on xhci_hcd | reset none | input: a keyboard on usb1
          07:00.3 usb 1022:149c Matisse USB 3.0 | group 21 | on xhci_hcd | reset none
        03:09.0 port 1022:57a4 Matisse PCIe GPP Bridge | group 22 | on pcieport
          08:00.0 sata 1022:7901 FCH SATA Controller | group 22 | on ahci | file-system: /srv on sda1
    00:03.1 port 1022:1483 Starship/Matisse GPP Bridge | group 8 | on pcieport
      0b:00.0 vga 10de:2204 GA102 [GeForce RTX 3090] | group 30 | on nouveau
      0b:00.1 audio 10de:1aef GA102 High Definition Audio | group 30 | on snd_hda_intel | reset none
    00:08.1 port 1022:1484 Internal PCIe GPP Bridge | group 14 | on pcieport
      0d:00.0 crypto 1022:1485 Reserved SPP | group 32
      0d:00.1 crypto 1022:1486 Cryptographic Coprocessor PSPCPP | group 33 | on ccp | reset none
      0d:00.3 usb 1022:149c Matisse USB 3.0 | group 34 | on xhci_hcd | reset none
      0d:00.4 audio 1022:1487 HD Audio | group 35 | on snd_hda_intel | reset none
    00:14.0 smbus 1022:790b FCH SMBus | group 15 | on piix4_smbus | reset none
    00:14.3 isa 1022:790e FCH LPC Bridge | group 15
  `,
  management: ["06:00.0"],
  expected: `
    0b:00.0 bindable | alone in its group; the screen is on the RX 550 | gets 0b:00.0 0b:00.1 | binds
    05:00.0 risky boot-display no-reset | the chipset's slot has a group of its own, but the console is on this card
    01:00.0 blocked host-storage | the root file system
    06:00.0 blocked management-network host-network | the user's connection
    07:00.3 risky driver-in-use identical-twin | one card with the USB controller that has the keyboard, by slot and by group | gets 07:00.0 07:00.1 07:00.3
    08:00.0 blocked host-storage | a mounted file system
    0d:00.3 risky no-reset identical-twin | a function with a group of its own goes alone, and the kernel can't reset it | gets 0d:00.3 | binds
    00:00.2 blocked no-group no-reset | the IOMMU's own function is in no group
  `,
};

/** B450: everything behind the chipset is one group, the second long slot with it. */
export const ryzenB450: Layout = {
  name: "Ryzen 3600, B450: the second slot shares the chipset's group",
  cpu: "amd",
  iommu: "amd",
  devices: `
    00:01.3 port 1022:1483 Starship/Matisse GPP Bridge | group 3 | on pcieport
      02:00.0 usb 1022:43d5 400 Series USB 3.1 xHCI | group 14 | on xhci_hcd | input: a keyboard on usb1
      02:00.1 sata 1022:43c8 400 Series SATA | group 14 | on ahci | reset none | file-system: /home on sda1
      02:00.2 port 1022:43c6 400 Series PCIe Bridge | group 14 | on pcieport
        03:00.0 port 1022:43c7 400 Series PCIe Port | group 14 | on pcieport
          04:00.0 ethernet 10ec:8168 RTL8111/8168 | group 14 | on r8169 | default-route: default by enp4s0
        03:04.0 port 1022:43c7 400 Series PCIe Port | group 14 | on pcieport
          06:00.0 vga 10de:1c82 GP107 [GeForce GTX 1050 Ti] | group 14 | on nouveau
          06:00.1 audio 10de:0fb9 GP107GL High Definition Audio | group 14 | on snd_hda_intel | reset none
    00:03.1 port 1022:1483 Starship/Matisse GPP Bridge | group 8 | on pcieport
      0a:00.0 vga 1002:731f Navi 10 [Radeon RX 5700 XT] | group 15 | on amdgpu | boot
      0a:00.1 audio 1002:ab38 Navi 10 HDMI Audio | group 15 | on snd_hda_intel | reset none
  `,
  expected: `
    06:00.0 blocked shared-group | SATA, USB and network of the board are in its group, and two of them the host needs | gets 06:00.0 06:00.1 | binds 02:00.0 02:00.1 04:00.0
    02:00.1 blocked host-storage shared-group driver-in-use | a mounted file system, in a group with other cards
    04:00.0 blocked host-network shared-group | the only default route, in a group with other cards
    0a:00.0 risky boot-display no-reset | the CPU's slot is isolated; the console is on this card
    02:00.2 blocked bridge | a bridge function in a slot with endpoints
  `,
};

/** Threadripper: two GPUs, two NVMe drives, all on ports of the CPU. */
export const threadripper: Layout = {
  name: "Threadripper 3960X, TRX40: two GPUs and two NVMe drives",
  cpu: "amd",
  iommu: "amd",
  devices: `
    00:01.1 port 1022:1483 Starship/Matisse GPP Bridge | group 1 | on pcieport
      01:00.0 nvme 144d:a80a NVMe SSD Controller PM9A1 | group 40 | on nvme | reset flr bus | root-file-system: / on nvme0n1p2 | swap: swap on nvme0n1p3
    20:01.1 port 1022:1483 Starship/Matisse GPP Bridge | group 10 | on pcieport
      21:00.0 nvme 144d:a80a NVMe SSD Controller PM9A1 | group 41 | on nvme | reset flr bus | block-device: nvme1n1
    20:03.1 port 1022:1483 Starship/Matisse GPP Bridge | group 12 | on pcieport
      23:00.0 vga 1002:73bf Navi 21 [Radeon RX 6900 XT] | group 42 | on vfio-pci
      23:00.1 audio 1002:ab28 Navi 21 HDMI Audio | group 43 | on snd_hda_intel | reset none
      23:00.2 usb 1002:73a6 Navi 21 USB | group 44 | on xhci_hcd | reset none
      23:00.3 ucsi 1002:73a4 Navi 21 USB-C | group 45 | reset none
    40:03.1 port 1022:1483 Starship/Matisse GPP Bridge | group 20 | on pcieport
      41:00.0 vga 10de:1e84 TU104 [GeForce RTX 2070 SUPER] | group 50 | on nvidia | boot | process: Xorg (1204) has card0 open
      41:00.1 audio 10de:10f8 TU104 HD Audio | group 50 | on snd_hda_intel | reset none
      41:00.2 usb 10de:1ad8 TU104 USB 3.1 | group 50 | on xhci_hcd | reset none
      41:00.3 ucsi 10de:1ad9 TU104 USB Type-C UCSI | group 50 | on nvidia-gpu | reset none
  `,
  expected: `
    01:00.0 blocked host-storage identical-twin | root and swap; its twin is free
    21:00.0 bindable identical-twin | the same model as the host's drive, told apart by its address
    23:00.0 bindable | the display is on vfio-pci already, but sound and USB of the card are not | gets 23:00.0 23:00.1 23:00.2 23:00.3 | binds
    23:00.1 bindable | a group of its own, and yet a part of the graphics card
    41:00.0 risky only-display driver-in-use | the other GPU was reserved for VMs, and X runs on this one | gets 41:00.0 41:00.1 41:00.2 41:00.3
    41:00.3 risky only-display driver-in-use | all four functions go together
  `,
};

/** A mini PC with an APU: what is in its slot is the processor's, most of it no part of the graphics. */
export const apuMiniPc: Layout = {
  name: "Ryzen 5700U mini PC: nothing but the APU's graphics",
  cpu: "amd",
  iommu: "amd",
  devices: `
    00:02.4 port 1022:1634 Renoir PCIe GPP Bridge | group 3 | on pcieport
      01:00.0 nvme 15b7:5009 SN550 NVMe SSD | group 5 | on nvme | reset flr bus | root-file-system: / on nvme0n1p2
    00:08.1 port 1022:1635 Renoir Internal PCIe GPP Bridge | group 4 | on pcieport
      04:00.0 vga 1002:164c Lucienne | group 4 | on amdgpu | boot | no rom | reset none
      04:00.1 audio 1002:1637 Renoir HDMI Audio | group 4 | on snd_hda_intel | reset none
      04:00.2 crypto 1022:15df PSP/CCP | group 4 | on ccp | reset none
      04:00.3 usb 1022:1639 Renoir USB 3.1 | group 4 | on xhci_hcd | reset none | input: a keyboard on usb1
      04:00.4 usb 1022:1639 Renoir USB 3.1 | group 4 | on xhci_hcd | reset none
      04:00.5 dsp 1022:15e2 Audio Coprocessor | group 4 | on snd_rn_pci_acp3x | reset none
      04:00.6 audio 1022:15e3 HD Audio Controller | group 4 | on snd_hda_intel | reset none
  `,
  expected: `
    04:00.0 risky only-display driver-in-use no-reset | one group: whoever gets the graphics gets USB, sound and the keyboard too | gets 04:00.0 04:00.1 04:00.2 04:00.3 04:00.4 04:00.5 04:00.6
    04:00.6 risky only-display driver-in-use no-reset | in one slot and group with the display
    01:00.0 blocked host-storage | the root file system
  `,
};

/** A desktop APU of which each function has a group of its own, so that the graphics go without the USB. */
export const apuWithGroups: Layout = {
  name: "Ryzen 7600 with its own graphics, a group for each function",
  cpu: "amd",
  iommu: "amd",
  devices: `
    00:01.1 port 1022:14db Raphael GPP Bridge | group 1 | on pcieport
      01:00.0 vga 10de:2786 AD104 [GeForce RTX 4070] | group 12 | on nvidia
      01:00.1 audio 10de:22bc AD104 High Definition Audio | group 12 | on snd_hda_intel | reset none
    00:08.1 port 1022:14dd Raphael Internal GPP Bridge | group 8 | on pcieport
      0e:00.0 vga 1002:164e Raphael | group 20 | on amdgpu | boot | no rom | reset none
      0e:00.1 audio 1002:1640 Radeon HD Audio | group 21 | on snd_hda_intel | reset none
      0e:00.2 crypto 1022:1649 PSP/CCP | group 22 | on ccp | reset none
      0e:00.3 usb 1022:15b6 Raphael USB 3.1 | group 23 | on xhci_hcd | reset none | input: a keyboard on usb1
      0e:00.4 usb 1022:15b7 Raphael USB 3.1 | group 24 | on xhci_hcd | reset none
  `,
  expected: `
    01:00.0 bindable | the screen is on the CPU's graphics
    0e:00.0 risky boot-display no-reset no-uefi-rom | the console is on it; the keyboard's USB is the processor's, not the card's | gets 0e:00.0 0e:00.1 | binds
    0e:00.3 risky driver-in-use no-reset | goes alone, but the keyboard is on it | gets 0e:00.3
    0e:00.4 risky no-reset | goes alone, and nothing is on it | gets 0e:00.4
  `,
};
