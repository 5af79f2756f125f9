import type { Layout } from "./layout.test-data";

/** A laptop whose mobile NVIDIA only renders ("3D controller"): the panel hangs on the CPU's graphics. */
export const optimus: Layout = {
  name: "Laptop with CPU graphics and a mobile NVIDIA without outputs",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:02.0 vga 8086:3e9b CoffeeLake-H UHD Graphics 630 | group 1 | on i915 | boot | no rom | reset flr | screen: eDP-1 of card0
    00:01.0 port 8086:1901 PEG | group 2 | on pcieport
      01:00.0 3d 10de:1f11 TU106M [GeForce RTX 2060 Mobile] | group 2 | on nouveau
      01:00.1 audio 10de:10f9 TU106 High Definition Audio | group 2 | on snd_hda_intel | reset none
    00:14.0 usb 8086:a36d Cannon Lake xHCI | group 4 | on xhci_hcd | reset pm
    00:14.2 communication 8086:a36f Cannon Lake Shared SRAM | group 4 | reset pm
    00:14.3 wifi 8086:a370 Cannon Lake CNVi WiFi | group 5 | on iwlwifi | reset flr | default-route: default by wlp0s20f3
  `,
  management: ["00:14.3"],
  expected: `
    01:00.0 bindable | alone with its root port, and it shows nothing for the host
    00:02.0 risky boot-display driver-in-use no-uefi-rom | the console and the panel; the NVIDIA has no outputs to take over with
    00:14.0 bindable | the wireless card of the same slot is in another group | gets 00:14.0 00:14.2 | binds
    00:14.3 blocked management-network host-network | the user's connection | gets 00:14.3
  `,
};

/** A laptop with one GPU. */
export const singleGpuLaptop: Layout = {
  name: "Laptop with nothing but the CPU's graphics",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:02.0 vga 8086:9a49 TigerLake-LP GT2 [Iris Xe Graphics] | group 0 | on i915 | boot | no rom | reset flr | process: gnome-shell (1502) has card0 open
    00:1f.0 isa 8086:a082 Tiger Lake-LP LPC | group 10 | reset none
    00:1f.3 audio 8086:a0c8 Tiger Lake-LP Smart Sound | group 10 | on sof-audio-pci-intel-tgl | reset none
    00:1f.4 smbus 8086:a0a3 Tiger Lake-LP SMBus | group 10 | on i801_smbus | reset none
    00:1f.5 communication 8086:a0a4 Tiger Lake-LP SPI | group 10 | reset none
    10000:e0:06.0 port 8086:09ab RST VMD Managed Controller | group 4 | on pcieport
      10000:e1:00.0 nvme 1c5c:1639 PC611 NVMe SSD | on nvme | reset flr bus | root-file-system: / on nvme0n1p2
  `,
  expected: `
    00:02.0 risky only-display driver-in-use no-uefi-rom | the desktop runs on it and there is no other
    00:1f.3 risky no-reset | one card with the SMBus, nothing of which can be reset | gets 00:1f.3 00:1f.4 00:1f.5 | binds
    10000:e1:00.0 blocked no-group behind-vmd host-storage | behind Intel's VMD there are no groups; and it is the root
  `,
};

/** An eGPU: what is behind the cable may be gone the next moment. */
export const thunderbolt: Layout = {
  name: "Laptop with a GPU in a Thunderbolt case",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:02.0 vga 8086:5917 UHD Graphics 620 | group 1 | on i915 | boot | no rom | reset flr
    00:1d.0 port 8086:9d18 Sunrise Point-LP Root Port | group 9 | on pcieport
      05:00.0 port 8086:15d3 JHL6540 Thunderbolt 3 Bridge (C step) [Alpine Ridge 4C 2016] | group 14 | on pcieport
        06:00.0 port 8086:15d3 JHL6540 Thunderbolt 3 Bridge (C step) [Alpine Ridge 4C 2016] | group 15 | on pcieport
          07:00.0 communication 8086:15d2 JHL6540 Thunderbolt 3 NHI | group 19 | on thunderbolt
        06:01.0 port 8086:15d3 JHL6540 Thunderbolt 3 Bridge (C step) [Alpine Ridge 4C 2016] | group 16 | on pcieport
          08:00.0 port 8086:1578 DSL6540 Thunderbolt 3 Bridge [Alpine Ridge 4C 2015] | group 20 | on pcieport
            09:01.0 port 8086:1578 DSL6540 Thunderbolt 3 Bridge [Alpine Ridge 4C 2015] | group 21 | on pcieport
              0a:00.0 vga 1002:67df Ellesmere [Radeon RX 580] | group 22 | on amdgpu
              0a:00.1 audio 1002:aaf0 Ellesmere HDMI Audio | group 22 | on snd_hda_intel | reset none
  `,
  expected: `
    0a:00.0 risky no-reset unknown-hardware | Polaris may not come back after a guest; that it may be unplugged is a note
    05:00.0 blocked bridge | a bridge of the Thunderbolt controller
  `,
};
