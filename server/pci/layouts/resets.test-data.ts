import type { Layout } from "./layout.test-data";

/** AMD's graphics cards by what is known of their resets: vendor-reset's issues 3, 72 and 99, and its README. */
export const amdCards: Layout = {
  name: "Threadripper with a card of each generation",
  cpu: "amd",
  iommu: "amd",
  devices: `
    00:01.1 port 1022:1483 Starship/Matisse GPP Bridge | group 1 | on pcieport
      01:00.0 vga 1002:731f Navi 10 [Radeon RX 5700 XT] | group 11 | on amdgpu
      01:00.1 audio 1002:ab38 Navi 10 HDMI Audio | group 11 | on snd_hda_intel
    00:01.2 port 1022:1483 Starship/Matisse GPP Bridge | group 2 | on pcieport
      02:00.0 vga 1002:687f Vega 10 XL/XT [Radeon RX Vega 56/64] | group 12 | on amdgpu | reset device_specific bus
    00:01.3 port 1022:1483 Starship/Matisse GPP Bridge | group 3 | on pcieport
      03:00.0 vga 1002:73bf Navi 21 [Radeon RX 6900 XT] | group 13 | on amdgpu
    00:01.4 port 1022:1483 Starship/Matisse GPP Bridge | group 4 | on pcieport
      04:00.0 vga 1002:67ef Baffin [Radeon RX 460] | group 14 | on vfio-pci
    00:01.5 port 1022:1483 Starship/Matisse GPP Bridge | group 5 | on pcieport
      05:00.0 vga 1002:67b1 Hawaii PRO [Radeon R9 290] | group 15 | on radeon | boot
    00:07.1 port 1022:1484 Starship/Matisse Internal GPP Bridge | group 6 | on pcieport
      06:00.3 usb 1022:149c Matisse USB 3.0 Host Controller | group 16 | on xhci_hcd | reset flr pm
      06:00.4 audio 1022:1487 Starship/Matisse HD Audio Controller | group 17 | on snd_hda_intel | reset pm
    00:08.1 port 1022:1484 Starship/Matisse Internal GPP Bridge | group 7 | on pcieport
      07:00.0 sata 1b21:1164 ASM1164 Serial ATA AHCI Controller | group 18 | on ahci
      08:00.0 sata 1b21:1166 ASM1166 Serial ATA Controller | group 19 | on ahci
  `,
  expected: `
    01:00.0 risky no-reset | Navi 10 does not come back after a bus reset
    02:00.0 bindable | vendor-reset takes care of it
    03:00.0 bindable | Navi 21 resets
    04:00.0 ready no-reset | it is with vfio-pci, and whoever put it there is reminded
    05:00.0 risky boot-display | QEMU resets Hawaii by itself
    06:00.3 risky no-reset | this kernel does not know that a function-level reset hangs it
    06:00.4 bindable | this one it knows, and takes another
    07:00.0 risky no-reset | lost after a bus reset
    08:00.0 bindable | nothing is known of it
  `,
};

/** vendor-reset alone does nothing on a kernel with a list of methods: its README tells to put it first. */
export const moduleWithoutMethod: Layout = {
  name: "vendor-reset is loaded, and not among the card's methods",
  cpu: "intel",
  iommu: "intel",
  vendorReset: true,
  devices: `
    00:02.0 vga 8086:4680 AlderLake-S GT1 | group 1 | on i915 | boot | no rom | reset flr
    00:06.0 port 8086:464d 12th Gen Core PCI Express x4 Controller | group 2 | on pcieport
      01:00.0 vga 1002:7340 Navi 14 [Radeon RX 5500 XT] | group 3 | on amdgpu
      01:00.1 audio 1002:ab38 Navi 10 HDMI Audio | group 3 | on snd_hda_intel
  `,
  expected: `
    01:00.0 risky no-reset | the kernel still resets the bus
  `,
};
