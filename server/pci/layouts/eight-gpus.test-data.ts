import type { Layout } from "./layout.test-data";

const gpuCount = 8;
/** Network cards with as many virtual functions as make the host's groups about two hundred. */
const virtualFunctionCount = 86;

/** A Xeon server: eight A100 behind four switches, BMC display, two ConnectX with virtual functions; 200 groups. */
export const eightGpus: Layout = {
  name: "Xeon server with eight GPUs behind PLX switches",
  cpu: "intel",
  iommu: "intel",
  devices: [
    "00:1c.0 port 8086:a190 C620 Root Port | group 0 | on pcieport",
    "  02:00.0 port 1a03:1150 AST1150 PCI-to-PCI Bridge | group 0",
    "    03:00.0 vga 1a03:2000 ASPEED Graphics Family | group 0 | on ast | boot | no rom",
    "00:17.0 sata 8086:a182 C620 SATA | group 1 | on ahci | reset pm | root-file-system: / on sda2",
    ...Array.from({ length: gpuCount / 2 }, (_, index) => switchWithTwoGpus(index)).flat(),
    ...networkCard("c0", 40),
    ...networkCard("e0", 40 + virtualFunctionCount + 2),
  ].join("\n"),
  management: ["c1:00.0"],
  expected: `
    11:00.0 bindable identical-twin | each GPU has a port of the switch and a group of its own | gets 11:00.0 | binds
    42:00.0 bindable identical-twin | the eighth as the first
    10:00.0 blocked bridge | the switch's upstream port
    03:00.0 risky boot-display no-uefi-rom | the BMC's display; the A100 have no outputs to take over with
    c1:00.0 blocked management-network host-network driver-in-use identical-twin | the user's connection, and its virtual functions
    c1:00.1 bindable | a virtual function with a group of its own
    00:17.0 blocked host-storage | the root file system
  `,
};

function switchWithTwoGpus(index: number): string[] {
  const group = 2 + index * 6;
  const bus = (offset: number) => ((index + 1) * 16 + offset).toString(16).padStart(2, "0");
  const port = (offset: number) => `port 10b5:9797 PEX 9797 Switch | group ${group + offset} | on pcieport`;
  const gpu = (offset: number) => `3d 10de:20b5 GA100 [A100 PCIe 80GB] | group ${group + offset} | on nvidia`;
  return [
    `${bus(-1)}:00.0 port 8086:2030 Sky Lake-E Root Port A | group ${group} | on pcieport`,
    `  ${bus(0)}:00.0 ${port(1)}`,
    `    ${bus(0)}:08.0 ${port(2)}`,
    `      ${bus(1)}:00.0 ${gpu(4)}`,
    `    ${bus(0)}:10.0 ${port(3)}`,
    `      ${bus(2)}:00.0 ${gpu(5)}`,
  ];
}

function networkCard(rootBus: string, group: number): string[] {
  const bus = (Number.parseInt(rootBus, 16) + 1).toString(16);
  const isUplink = rootBus === "c0";
  const physical = `15b3:1019 MT28800 [ConnectX-5 Ex] | group ${group + 1} | on mlx5_core | reset flr bus | rom`;
  const use = isUplink ? " | default-route: default by ens1" : "";
  return [
    `${rootBus}:00.0 port 8086:2030 Sky Lake-E Root Port A | group ${group} | on pcieport`,
    `  ${bus}:00.0 ethernet ${physical} | VFs ${virtualFunctionCount}/127${use}`,
    ...Array.from({ length: virtualFunctionCount }, (_, index) => {
      const slot = ((index + 1) >> 3).toString(16).padStart(2, "0");
      const at = `${bus}:${slot}.${(index + 1) & 7}`;
      const virtual = `15b3:101a MT28800 [ConnectX-5 Ex Virtual Function] | group ${group + 2 + index}`;
      return `  ${at} ethernet ${virtual} | on mlx5_core | reset flr | of ${bus}:00.0`;
    }),
  ];
}
