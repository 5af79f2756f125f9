import {
  geforce750,
  geforce970,
  geforce1080,
  geforce1080WithDisplay,
  geforce2070,
  geforce3090,
  intelGraphics,
  networkCard,
  nvme,
  oldNetworkCard,
  radeon6800,
  serverGraphics,
} from "./cards";
import type { Card, DiskLoader, LabMachine, RootPort, Topology, TopologyLetter } from "./emulated-machine";

function port(at: string, card: Card): RootPort {
  return { kind: "root port", at, accessControl: true, card };
}

const gpuAlone: Topology["entries"] = [port("5.0", geforce3090)];

/** What the hosts that hold a single GPU have besides. */
const rest: Topology["entries"] = [
  { kind: "integrated", at: "2.0", card: serverGraphics },
  port("9.0", nvme("root")),
  port("b.0", networkCard("management")),
];

const intelTopologies: readonly Topology[] = [
  {
    letter: "a",
    title: "an NVIDIA GPU with sound, alone on its root port",
    entries: gpuAlone,
    goes: geforce3090,
  },
  {
    letter: "c",
    title: "NVIDIA twins, one of them the boot display",
    // The firmware shows its messages on the first VGA controller that it meets.
    entries: [port("3.0", geforce1080WithDisplay), port("7.0", geforce1080)],
    goes: geforce1080,
  },
  {
    letter: "d",
    title: "a PCIe-to-PCI bridge with a GPU, its sound and a network card in one group",
    entries: [{ kind: "port with bridge", at: "d.0", cards: [geforce970, oldNetworkCard] }],
    stays: [{ card: geforce970, culprit: oldNetworkCard, words: "is still bound to a host driver" }],
  },
  { letter: "e", title: "a GPU with four functions", entries: [port("8.0", geforce2070)], goes: geforce2070 },
  {
    letter: "f",
    title: "NVMe disks, one with the root file system and one free",
    entries: [port("9.0", nvme("root")), port("a.0", nvme("free"))],
    goes: nvme("free"),
    stays: [{ card: nvme("root"), culprit: nvme("root"), words: "/ on nvme" }],
  },
  {
    letter: "g",
    title: "network cards, one with the browser's own connection and one free",
    entries: [port("b.0", networkCard("management")), port("c.0", networkCard("free"))],
    stays: [
      {
        card: networkCard("management"),
        culprit: networkCard("management"),
        words: "Your connection to this host goes through",
      },
    ],
  },
  {
    letter: "h",
    title: "an Intel iGPU",
    entries: [{ kind: "integrated", at: "2.0", card: intelGraphics }],
  },
  {
    letter: "i",
    title: "root ports without access control: a GPU shares its group with a mounted disk",
    entries: [
      { kind: "root port", at: "1c.0", accessControl: false, card: geforce750 },
      { kind: "root port", at: "1c.1", accessControl: false, card: nvme("vm-images") },
    ],
    stays: [{ card: geforce750, culprit: nvme("vm-images"), words: "/var/lib/libvirt/images" }],
  },
];

/** The emulated hosts of the lab. Their boots are what takes the time, so that each holds all it can. */
export const labMachines: Readonly<Record<LabMachine["name"], LabMachine>> = {
  intel: { name: "intel", iommu: "intel", loader: null, topologies: intelTopologies, vm: "is there" },
  amd: {
    name: "amd",
    iommu: "amd",
    loader: null,
    vm: "is made",
    topologies: [
      {
        letter: "j",
        title: "an AMD IOMMU in place of Intel's",
        entries: [...gpuAlone, ...rest],
        goes: geforce3090,
      },
      { letter: "b", title: "an AMD GPU with sound", entries: [port("6.0", radeon6800)], goes: radeon6800 },
    ],
  },
  none: {
    name: "none",
    iommu: "none",
    loader: null,
    vm: "is there",
    topologies: [
      {
        letter: "k",
        title: "no IOMMU at all",
        entries: [...gpuAlone, ...rest],
        stays: [{ card: geforce3090, culprit: geforce3090, words: "IOMMU" }],
      },
    ],
  },
  grub: bootingItself("grub", "l"),
  "systemd-boot": bootingItself("systemd-boot", "m"),
};

/** A host whose own boot is changed, with a card that its driver takes as early as real ones do. */
function bootingItself(loader: DiskLoader, letter: TopologyLetter): LabMachine {
  const title = `a GPU with sound in a host that boots by ${loader}`;
  return {
    name: loader,
    iommu: "intel",
    loader,
    vm: "is there",
    topologies: [{ letter, title, entries: [...gpuAlone, ...rest], goes: geforce3090 }],
  };
}
