import type { Layout } from "./layout.test-data";

/** NVIDIA's HGX: switches between its GPUs that are no bridges (NVIDIA Fabric Manager, "Shared NVSwitch"). */
export const hgx: Layout = {
  name: "HGX board: NVSwitches, a GPU without an address for its memory",
  cpu: "intel",
  iommu: "intel",
  devices: `
    02:00.0 vga 1a03:2000 ASPEED Graphics Family | group 1 | on ast | boot | no rom
    15:01.0 port 8086:352a Root Port | group 10 | on pcieport
      18:00.0 3d 10de:2330 GH100 [H100 SXM5 80GB] | group 59 | on nvidia | reset flr bus
    25:01.0 port 8086:352a Root Port | group 11 | on pcieport
      28:00.0 3d 10de:20b2 GA100 [A100 SXM4 80GB] | group 60 | on nvidia | reset flr bus | unassigned 2 131072
    03:01.0 port 8086:352a Root Port | group 12 | on pcieport
      05:00.0 switch 10de:22a3 GH100 [H100 NVSwitch] | group 62 | on vfio-pci | reset flr bus
      06:00.0 switch 10de:1af1 GA100 [A100 NVSwitch] | group 63 | on nvidia-nvswitch | reset flr bus
      07:00.0 switch 10de:22a3 GH100 [H100 NVSwitch] | group 64 | on nvidia-nvswitch | reset flr bus
      08:00.0 ethernet 15b3:1021 MT2910 Family [ConnectX-7] | group 64 | on mlx5_core | reset flr bus
  `,
  expected: `
    18:00.0 bindable | its first method is a reset of the function
    28:00.0 blocked bar-unassigned | the kernel can't enable it: Above 4G decoding is off
    05:00.0 ready identical-twin | an endpoint, and with vfio-pci
    06:00.0 bindable | an endpoint of the host's
    07:00.0 blocked shared-group identical-twin | an endpoint counts in its group, as any other
  `,
};

/** VMD in newer kernels: what is behind it is in its group (`pci_real_dma_dev`), in a domain that libvirt can't write. */
export const vmdServer: Layout = {
  name: "Server with Intel VMD on, one of two disks behind it free",
  cpu: "intel",
  iommu: "intel",
  devices: `
    0000:00:02.0 vga 8086:4680 AlderLake-S GT1 | group 1 | on i915 | boot | no rom | reset flr
    0000:00:0e.0 raid 8086:467f Volume Management Device NVMe RAID Controller | group 5 | on vmd
    10000:e0:06.0 port 8086:464d PCI Express x4 Controller | group 5 | on pcieport | vmd 00:0e.0
      10000:e1:00.0 nvme 144d:a80a NVMe SSD Controller PM9A1 | group 5 | on nvme | reset flr bus | vmd 00:0e.0
    0000:00:1c.0 port 8086:7ab8 PCI Express Root Port | group 6 | on pcieport
      0000:02:00.0 nvme 144d:a80a NVMe SSD Controller PM9A1 | group 7 | on nvme | reset flr bus
  `,
  expected: `
    10000:e1:00.0 blocked behind-vmd shared-group identical-twin | its domain does not fit into a VM's definition
    0000:00:0e.0 blocked behind-vmd shared-group | its driver makes the domain of others
    0000:02:00.0 bindable identical-twin | this one is on the bus itself
  `,
};

/** A device of which the class can't be read, with and without a driver: the kernel counts it as any other. */
export const unreadableMates: Layout = {
  name: "Groups with something in them that can't be read",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:02.0 vga 8086:5912 HD Graphics 630 | group 1 | on i915 | boot | no rom | reset flr
    00:1c.0 port 8086:a110 Root Port | group 18 | on pcieport
      07:00.0 vga 10de:13c2 GM204 [GeForce GTX 970] | group 18
      08:00.0 ethernet 8086:10d3 82574L Gigabit | group 18 | unreadable
    00:1d.0 port 8086:a118 Root Port | group 19 | on pcieport
      09:00.0 usb 1912:0014 uPD720201 USB 3.0 Host Controller | group 19 | on vfio-pci
      0a:00.0 nvme 144d:a808 NVMe SSD Controller SM981 | group 19 | on nvme | unreadable
    00:1e.0 port 8086:a119 Root Port | group 20 | on pcieport
      0b:00.0 usb 1912:0014 uPD720201 USB 3.0 Host Controller | group 20 | on xhci_hcd
  `,
  expected: `
    07:00.0 risky unknown-hardware shared-group | its mate may be anything, and has no driver of the host's
    08:00.0 blocked unknown-hardware shared-group | nothing tells what it is
    09:00.0 blocked shared-group unknown-hardware identical-twin | its mate is with a driver of the host's
    0a:00.0 blocked unknown-hardware shared-group | it may be the host's disk
    0b:00.0 bindable identical-twin | a group of its own
  `,
};

/** Groups by order of the kernel line: each value is about other devices (the patch's text in kernel-parameters.txt). */
export const acsOverride: Layout = {
  name: "pcie_acs_override for one model of ports, and for slots with several functions",
  cpu: "amd",
  iommu: "amd",
  parameters: ["pcie_acs_override=id:1022:43c7,multifunction"],
  devices: `
    00:01.3 port 1022:1453 GPP Bridge | group 2 | on pcieport
      16:04.0 port 1022:43c7 400 Series Chipset PCIe Port | group 15 | on pcieport
        1e:00.0 ethernet 8086:1539 I211 Gigabit | group 16 | on igb | reset flr bus
    00:03.1 port 1022:1453 GPP Bridge | group 4 | on pcieport
      2b:00.0 nvme 144d:a808 NVMe SSD Controller SM981 | group 17 | on nvme | reset flr bus
    00:03.2 port 1022:1453 GPP Bridge | group 5 | on pcieport
      2c:00.0 ethernet 8086:1521 I350 Gigabit | group 18 | on igb | reset flr bus
      2c:00.1 ethernet 8086:1521 I350 Gigabit | group 19 | on igb | reset flr bus
    00:02.0 port 1022:1453 GPP Bridge | group 6 | on pcieport
      2d:00.0 nvme 15b7:5011 PC SN730 NVMe SSD | group 20 | on nvme | reset flr bus
  `,
  expected: `
    1e:00.0 bindable acs-override | behind a port of that model
    2c:00.0 bindable acs-override | one of two functions
    2b:00.0 bindable acs-override | its port has others in its slot
    2d:00.0 bindable | behind a port that is alone in its slot
  `,
};

/** A data-centre GPU cut into virtual functions for vGPU: github.com/kubevirt/kubevirt/issues/17642. */
export const vgpuFunctions: Layout = {
  name: "A40 with virtual functions for vGPU",
  cpu: "amd",
  iommu: "amd",
  devices: `
    02:00.0 vga 1a03:2000 ASPEED Graphics Family | group 1 | on ast | boot | no rom
    40:03.1 port 1022:1483 Starship/Matisse GPP Bridge | group 30 | on pcieport
      41:00.0 3d 10de:2235 GA102GL [A40] | group 31 | on nvidia | reset flr bus | VFs 2/32
      41:00.4 3d 10de:2235 GA102GL [A40] | group 32 | on nvidia | of 41:00.0 | reset flr
      41:00.5 3d 10de:2235 GA102GL [A40] | group 33 | on nvidia | of 41:00.0 | reset flr
  `,
  expected: `
    41:00.0 blocked driver-in-use | its driver holds up the virtual functions
    41:00.4 risky driver-in-use | vfio-pci refuses it
  `,
};
