import type { Layout } from "./layout.test-data";

/** A network card with virtual functions, as a cloud host has it. */
export const srIov: Layout = {
  name: "Xeon server: SR-IOV network card, BMC display, free and used NVMe",
  cpu: "intel",
  iommu: "intel",
  devices: `
    00:1c.0 port 8086:a190 C620 Root Port | group 4 | on pcieport
      02:00.0 port 1a03:1150 AST1150 PCI-to-PCI Bridge | group 4
        03:00.0 vga 1a03:2000 ASPEED Graphics Family | group 4 | on ast | boot | no rom
    17:00.0 port 8086:2030 Sky Lake-E Root Port A | group 20 | on pcieport
      18:00.0 ethernet 15b3:1017 MT27800 [ConnectX-5] | group 40 | on mlx5_core | reset flr bus | VFs 2/16
      18:00.1 ethernet 15b3:1017 MT27800 [ConnectX-5] | group 41 | on mlx5_core | reset flr bus | VFs 0/16 | bond: ens1f1 is in bond0 | default-route: default by bond0
      18:00.2 ethernet 15b3:1018 MT27800 [ConnectX-5 Virtual Function] | group 60 | on mlx5_core | of 18:00.0 | reset flr
      18:00.3 ethernet 15b3:1018 MT27800 [ConnectX-5 Virtual Function] | group 61 | on vfio-pci | of 18:00.0 | reset flr
    3a:00.0 port 8086:2030 Sky Lake-E Root Port A | group 21 | on pcieport
      3b:00.0 nvme 8086:0a54 NVMe Datacenter SSD | group 42 | on nvme | reset flr bus | root-file-system: / on nvme0n1p2
    3a:02.0 port 8086:2032 Sky Lake-E Root Port C | group 22 | on pcieport
      3c:00.0 nvme 8086:0a54 NVMe Datacenter SSD | group 43 | on nvme | reset flr bus | block-device: nvme1n1
    5d:00.0 port 8086:2030 Sky Lake-E Root Port A | group 23 | on pcieport
      5e:00.0 ethernet 8086:1521 I350 Gigabit | group 44 | on igb | reset flr bus | rom | bond: ens2f0 is in bond0 | default-route: default by bond0
      5e:00.1 ethernet 8086:1521 I350 Gigabit | group 45 | on vfio-pci | reset flr bus
  `,
  management: ["18:00.1", "5e:00.0"],
  expected: `
    18:00.0 blocked driver-in-use | its driver holds up two virtual functions | gets 18:00.0
    18:00.1 blocked management-network host-network | a port with a group of its own; one leg of the user's connection
    18:00.2 bindable | a virtual function is a card of its own, and idle | gets 18:00.2 | binds
    18:00.3 ready | a virtual function on vfio-pci; its physical function stays with the host, as it must
    3b:00.0 blocked host-storage identical-twin | the root file system; told from its twin by address
    3c:00.0 bindable identical-twin | no file system of the host's is on it
    5e:00.1 ready | the second port of a card whose first port the host needs: the hardware keeps them apart
    03:00.0 risky only-display no-uefi-rom | a server's display is the BMC's, and the remote console shows it
  `,
};

/** An Arm server: groups by SMMU, no display that the firmware would name. */
export const ampere: Layout = {
  name: "Ampere Altra with an NVIDIA GPU",
  cpu: "arm",
  iommu: "smmu",
  devices: `
    0000:00:01.0 port 1def:e101 Altra PCI Express Root Port a0 | group 3 | on pcieport
      0000:01:00.0 nvme 144d:a80a NVMe SSD Controller PM9A1 | group 9 | on nvme | reset flr bus | root-file-system: / on nvme0n1p2
    0004:00:01.0 port 1def:e111 Altra PCI Express Root Port b0 | group 5 | on pcieport
      0004:01:00.0 port 1a03:1150 AST1150 PCI-to-PCI Bridge | group 11
        0004:02:00.0 vga 1a03:2000 ASPEED Graphics Family | group 11 | on ast | no rom
    000d:00:01.0 port 1def:e101 Altra PCI Express Root Port a0 | group 7 | on pcieport
      000d:01:00.0 vga 10de:2230 GA102GL [RTX A6000] | group 13 | on nouveau
      000d:01:00.1 audio 10de:1aef GA102 High Definition Audio | group 13 | on snd_hda_intel | reset none
    000c:00:01.0 port 1def:e101 Altra PCI Express Root Port a0 | group 6 | on pcieport
      000c:01:00.0 ethernet 15b3:1015 MT27710 [ConnectX-4 Lx] | group 12 | on mlx5_core | reset flr bus | default-route: default by enp1s0f0
  `,
  expected: `
    000d:01:00.0 bindable | a domain and group of its own, and the BMC's display remains
    0004:02:00.0 bindable no-uefi-rom | the firmware names no boot display, and the A6000 remains
    000c:01:00.0 blocked host-network | the only default route
    0000:01:00.0 blocked host-storage | the root file system
  `,
};

/** An Arm board whose only display has no driver: whether the firmware shows on it nobody knows. */
export const armBoard: Layout = {
  name: "Arm workstation with one GPU and no boot display named",
  cpu: "arm",
  iommu: "smmu",
  devices: `
    00:00.0 port 1def:e101 Altra PCI Express Root Port | group 1 | on pcieport
      01:00.0 vga 1002:743f Navi 24 [Radeon RX 6400] | group 2 | on amdgpu
      01:00.1 audio 1002:ab28 Navi 24 HDMI Audio | group 2 | on snd_hda_intel | reset none
  `,
  expected: `
    01:00.0 risky only-display | there is no other, whether or not the firmware has used it
  `,
};

/** A card that stopped answering, and one that does not say what it is. */
export const fellOff: Layout = {
  name: "A GPU that fell off the bus",
  cpu: "amd",
  iommu: "amd",
  devices: `
    00:01.1 port 1022:1483 Starship/Matisse GPP Bridge | group 1 | on pcieport
      01:00.0 vga 1002:699f Lexa PRO [Radeon RX 550] | group 10 | on amdgpu | boot
    00:03.1 port 1022:1483 Starship/Matisse GPP Bridge | group 2 | on pcieport
      0b:00.0 ones ffff:ffff Device ffff | group 11 | on vfio-pci | reset none
      0b:00.1 audio 10de:1aef GA102 High Definition Audio | group 11 | on vfio-pci | reset none
    00:03.2 port 1022:1483 Starship/Matisse GPP Bridge | group 3 | on pcieport
      0c:00.0 unspoken 1f0f:0001 Device 0001 | group 12
    00:03.3 port 1022:1483 Starship/Matisse GPP Bridge | group 4 | on pcieport
      0d:00.0 vga 10de:2204 GA102 [GeForce RTX 3090] | group 13 | on nouveau | silent
  `,
  expected: `
    0b:00.0 blocked unknown-hardware no-reset | all its registers read as ones
    0b:00.1 blocked unknown-hardware no-reset | the sound of the same card, which goes with it
    0d:00.0 blocked unknown-hardware | the kernel still has its name, but nobody answers there
    0c:00.0 risky unknown-hardware | class ff: it does not say what it is
    01:00.0 risky only-display no-reset | what fell off shows nothing
  `,
};
