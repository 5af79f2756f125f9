import type {
  Card,
  EmulatedFunction,
  LabMachine,
  RootBusEntry,
  Topology,
  TopologyLetter,
} from "./emulated-machine";

/** A function with the place that QEMU gives it and the address that the host's kernel sees. */
export interface PlacedFunction {
  /** "0000:01:00.0" */
  address: string;
  topology: TopologyLetter;
  card: string;
  function: EmulatedFunction;
  /** QEMU's name of the bus it sits on. */
  bus: string;
  /** Slot and function on that bus, in hex: "0.1". */
  at: string;
  multifunction: boolean;
}

interface Slot {
  card: Card;
  /** Bus number as the firmware hands it out. */
  busNumber: number;
  bus: string;
  slot: string;
  firstFunction: number;
}

/**
 * Where every card of a machine ends up. The firmware walks bus 0 by slot and gives each bridge that it meets the
 * next bus number, depth first (SeaBIOS, src/fw/pciinit.c, pci_bios_init_bus_rec).
 */
export function placeFunctions(machine: LabMachine): PlacedFunction[] {
  let buses = 0;
  return rootBusEntries(machine).flatMap(({ entry, topology }) => {
    const { slots, busesTaken } = slotsOf(entry, buses);
    buses += busesTaken;
    return slots.flatMap((slot) => functionsIn(slot, topology));
  });
}

/** The functions of one of a topology's cards, function 0 first. */
export function functionsOf(machine: LabMachine, letter: TopologyLetter, card: Card): PlacedFunction[] {
  return placeFunctions(machine).filter((placed) => placed.topology === letter && placed.card === card.name);
}

/** All entries of bus 0 in the order of their slots. */
export function rootBusEntries(machine: LabMachine): { entry: RootBusEntry; topology: TopologyLetter }[] {
  return machine.topologies
    .flatMap(({ letter, entries }: Topology) => entries.map((entry) => ({ entry, topology: letter })))
    .sort((one, other) => slotOrder(one.entry.at) - slotOrder(other.entry.at));
}

/** QEMU's name of a root port, and of the bus below it. */
export function portName(at: string): string {
  return `port-${at}`;
}

/** QEMU's name of the bridge behind a root port, and of the bus below it. */
export function bridgeName(at: string): string {
  return `bridge-${at}`;
}

function slotsOf(entry: RootBusEntry, buses: number): { slots: Slot[]; busesTaken: number } {
  if (entry.kind === "integrated") {
    const [slot = "", firstFunction = "0"] = entry.at.split(".");
    const place = { busNumber: 0, bus: "pcie.0", slot, firstFunction: Number.parseInt(firstFunction, 16) };
    return { slots: [{ card: entry.card, ...place }], busesTaken: 0 };
  }
  if (entry.kind === "root port") {
    const place = { busNumber: buses + 1, bus: portName(entry.at), slot: "0", firstFunction: 0 };
    return { slots: [{ card: entry.card, ...place }], busesTaken: 1 };
  }
  const place = { busNumber: buses + 2, bus: bridgeName(entry.at), firstFunction: 0 };
  const slots = entry.cards.map((card, index) => ({ card, ...place, slot: (index + 1).toString(16) }));
  return { slots, busesTaken: 2 };
}

function functionsIn({ card, busNumber, bus, slot, firstFunction }: Slot, topology: TopologyLetter) {
  return card.functions.map((cardFunction, index): PlacedFunction => {
    const number = (firstFunction + index).toString(16);
    return {
      address: `0000:${hexByte(busNumber)}:${slot.padStart(2, "0")}.${number}`,
      topology,
      card: card.name,
      function: cardFunction,
      bus,
      at: `${slot}.${number}`,
      multifunction: card.functions.length > 1,
    };
  });
}

function slotOrder(at: string): number {
  const [slot = "0", number = "0"] = at.split(".");
  return Number.parseInt(slot, 16) * 8 + Number.parseInt(number, 16);
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, "0");
}
