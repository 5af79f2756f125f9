import { type DeviceKind, deviceKind } from "@/server/pci/device-kind.schema";
import type { JudgedDevice } from "@/server/pci/schema";

/** How large a card is drawn: GPUs large, what else people give to VMs medium, the rest small. */
export type CardSize = "large" | "medium" | "small";

/** The functions of a slot that share an IOMMU group; a slot whose functions are in several groups makes several. */
export interface CardNode {
  type: "card";
  /** The address of its first function, so that it can be told from all others. */
  key: string;
  /** The function that the card is known by: its display, its network, …; the others are `others`. */
  primary: JudgedDevice;
  others: readonly JudgedDevice[];
  kind: DeviceKind;
  size: CardSize;
  group: number | null;
}

/** A PCI-to-PCI bridge: a root port, a port of a switch, a bridge to conventional PCI. */
export interface PortNode {
  type: "port";
  key: string;
  device: JudgedDevice;
  group: number | null;
  children: readonly TreeNode[];
}

export type TreeNode = CardNode | PortNode;

/** PCI-to-PCI bridges, whatever their programming interface (PCI Code and ID Assignment: 06h, 04h and 09h). */
export function isPort(device: { class: string }): boolean {
  return device.class.startsWith("0604") || device.class.startsWith("0609");
}

/** What makes a function the one that a card is known by, the foremost first. */
const prominence: readonly DeviceKind[] = ["gpu", "storage", "network", "usb", "audio", "other", "bridge"];

/** Functions of one slot and group as a card. */
export function cardOf(functions: readonly JudgedDevice[], first: JudgedDevice): CardNode {
  const rank = (device: JudgedDevice) => prominence.indexOf(deviceKind(device.class));
  const primary = functions.reduce((best, device) => (rank(device) < rank(best) ? device : best), first);
  return {
    type: "card",
    key: first.address,
    primary,
    others: functions.filter((device) => device !== primary),
    kind: deviceKind(primary.class),
    size: sizeOf(primary, functions),
    group: primary.iommuGroup,
  };
}

/** All functions of a card, the one that it is known by first. */
export function functionsOf(card: CardNode): readonly JudgedDevice[] {
  return [card.primary, ...card.others];
}

/** Drivers that hold a device for a VM. */
const heldForVms: ReadonlySet<string> = new Set(["vfio-pci", "pci-stub"]);

function sizeOf(primary: JudgedDevice, functions: readonly JudgedDevice[]): CardSize {
  const kind = deviceKind(primary.class);
  if (kind === "gpu") return "large";
  if (functions.some(({ driver }) => heldForVms.has(driver ?? ""))) return "medium";
  if (primary.physicalFunction !== null) return "small";
  return kind === "storage" || kind === "network" || kind === "usb" || isAccelerator(primary)
    ? "medium"
    : "small";
}

/** Processing accelerators (12h) and co-processors (0B40h): what is bought to be given to a VM. */
function isAccelerator(device: JudgedDevice): boolean {
  return device.class.startsWith("12") || device.class.startsWith("0b40");
}
