/** QEMU's own device that an emulated function is made of. */
export type DeviceModel =
  | "bochs-display"
  | "VGA"
  | "intel-hda"
  | "qemu-xhci"
  | "pci-testdev"
  | "nvme"
  | "e1000e"
  | "e1000";

/** What a function shows in its configuration space in place of its model's own. Numbers in hex, as lspci writes. */
export interface Identity {
  /** "10de:2204" */
  id: string;
  /** "1458:4043" */
  subsystem: string;
  /** Base class and subclass: "0300" is a VGA controller. */
  deviceClass: string;
}

/** A disk of the machine. "root" is the emulated host's own; the others are made from their content. */
export type LabDisk = "root" | "free" | "vm-images";

/** One PCI function as a card has it. */
export interface EmulatedFunction {
  /** "graphics", "sound" … : for people who read test titles. */
  name: string;
  model: DeviceModel;
  /** Null: the model's own numbers. */
  identity: Identity | null;
  /** The host's driver once it has booted; null where nothing drives it. */
  hostDriver: string | null;
  /** QEMU properties besides. */
  properties?: Readonly<Record<string, string>>;
  disk?: LabDisk;
  /** A ROM for UEFI alone, which old firmware leaves alone; QEMU's own where left out. */
  rom?: "uefi";
  /** A network card's link to the outer machine: "management" carries the browser's connection. */
  link?: "management" | "free";
}

/** What sits in one slot: all its functions, function 0 first. */
export interface Card {
  name: string;
  functions: readonly EmulatedFunction[];
}

/** Something on the root complex's own bus, at "1c.0". */
export type RootBusEntry = RootPort | PortWithBridge | IntegratedDevice;

interface OnRootBus {
  /** Slot and function on bus 0, in hex. */
  at: string;
}

export interface RootPort extends OnRootBus {
  kind: "root port";
  /** Whether the port tells its traffic apart (PCIe access control services). */
  accessControl: boolean;
  card: Card;
}

/** A PCIe-to-PCI bridge behind a root port; its bus is conventional PCI, so that all on it share a group. */
export interface PortWithBridge extends OnRootBus {
  kind: "port with bridge";
  /** In the bridge's slots 1, 2 … */
  cards: readonly Card[];
}

export interface IntegratedDevice extends OnRootBus {
  kind: "integrated";
  card: Card;
}

export type TopologyLetter = "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i" | "j" | "k" | "l" | "m";

/** A card that the host may not lose, and what the page has to say when somebody tries to reserve it. */
export interface StayingCard {
  card: Card;
  /** The card whose function has to be named as the reason. */
  culprit: Card;
  words: string;
}

/** One arrangement of cards that a real host might have. */
export interface Topology {
  letter: TopologyLetter;
  title: string;
  entries: readonly RootBusEntry[];
  /** The card that goes into a guest and comes back. */
  goes?: Card;
  stays?: readonly StayingCard[];
}

export type IommuKind = "intel" | "amd" | "none";

/** By which a host boots from its own disk, as an installed one does. */
export type DiskLoader = "grub" | "systemd-boot";

/** One emulated host: as many topologies as fit into a single boot. */
export interface LabMachine {
  name: IommuKind | DiskLoader;
  iommu: IommuKind;
  /** Null: QEMU hands it the lab's own kernel, which takes the least time. */
  loader: DiskLoader | null;
  topologies: readonly Topology[];
  /** How its cards come to a VM: all to one that is there, or the first one to one that is made for it. */
  vm: "is there" | "is made";
}
