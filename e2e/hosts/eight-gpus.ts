import type { DeviceDescription, HostDescription } from "./build-host-tree";

const gpuSwitches = 4;
/** As many virtual functions on each network card as make the host's groups two hundred. */
const virtualFunctions = 86;

const nibble = (number: number) => number.toString(16);
const byte = (number: number) => number.toString(16).padStart(2, "0");

/** A made-up Xeon server: eight A100 behind four switches, a BMC's display, two ConnectX cards with virtual functions. */
export const eightGpus: HostDescription = {
  cpu: {
    vendor: "GenuineIntel",
    model: "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz",
    threads: 96,
    flags: "vmx",
  },
  memoryKibibytes: 792_723_456,
  kernel: "6.1.0-56-amd64",
  commandLine: "root=/dev/sda2 ro intel_iommu=on iommu=pt",
  distribution: "Debian GNU/Linux 12 (bookworm)",
  present: ["etc/default/grub"],
  dmi: {},
  iommuUnits: ["dmar0", "dmar1", "dmar2", "dmar3"],
  firmwareTables: ["DMAR"],
  devices: [
    {
      address: "0000:00:17.0",
      class: "010601",
      id: "8086:a182",
      driver: "ahci",
      group: 1,
      resetMethods: "pm",
    },
    { address: "0000:00:1c.0", class: "0604", id: "8086:a190", driver: "pcieport", group: 0 },
    { address: "0000:02:00.0", class: "0604", id: "1a03:1150", group: 0, behind: "0000:00:1c.0" },
    {
      address: "0000:03:00.0",
      class: "0300",
      id: "1a03:2000",
      driver: "ast",
      group: 0,
      bootVga: true,
      behind: "0000:02:00.0",
    },
    ...Array.from({ length: gpuSwitches }, (_, index) => switchWithTwoGpus(index)).flat(),
    ...networkCard(0xc0, 2 + gpuSwitches * 6),
    ...networkCard(0xe0, 2 + gpuSwitches * 6 + virtualFunctions + 2),
  ],
};

function switchWithTwoGpus(index: number): DeviceDescription[] {
  const group = 2 + index * 6;
  const bus = (index + 1) * 16;
  const root = `0000:${byte(bus - 1)}:00.0`;
  const upstream = `0000:${byte(bus)}:00.0`;
  const port = { class: "0604", driver: "pcieport" };
  const gpus = [0x08, 0x10].flatMap((slot, which): DeviceDescription[] => {
    // The upstream port's bus is the next one; each port below has a bus of its own.
    const downstream = `0000:${byte(bus + 1)}:${byte(slot)}.0`;
    return [
      { ...port, address: downstream, id: "10b5:9797", group: group + 2 + which, behind: upstream },
      {
        address: `0000:${byte(bus + 2 + which)}:00.0`,
        class: "0302",
        id: "10de:20b5",
        subsystem: "10de:1533",
        driver: "nvidia",
        group: group + 4 + which,
        resetMethods: "flr bus",
        behind: downstream,
      },
    ];
  });
  return [
    { ...port, address: root, id: "8086:2030", group },
    { ...port, address: upstream, id: "10b5:9797", group: group + 1, behind: root },
    ...gpus,
  ];
}

function networkCard(rootBus: number, group: number): DeviceDescription[] {
  const root = `0000:${byte(rootBus)}:00.0`;
  const physical = `0000:${byte(rootBus + 1)}:00.0`;
  const card = { class: "0200", driver: "mlx5_core", subsystem: "15b3:0008", behind: root };
  return [
    { address: root, class: "0604", id: "8086:2030", driver: "pcieport", group },
    {
      ...card,
      address: physical,
      id: "15b3:1019",
      group: group + 1,
      resetMethods: "flr bus",
      attributes: { sriov_totalvfs: "127", sriov_numvfs: `${virtualFunctions}` },
    },
    ...Array.from({ length: virtualFunctions }, (_, index): DeviceDescription => {
      const [slot, number] = [(index + 1) >> 3, (index + 1) & 7];
      return {
        ...card,
        address: `0000:${byte(rootBus + 1)}:${byte(slot)}.${nibble(number)}`,
        id: "15b3:101a",
        group: group + 2 + index,
        resetMethods: "flr",
        physicalFunction: physical,
      };
    }),
  ];
}
