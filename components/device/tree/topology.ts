import type { JudgedDevice } from "@/server/pci/schema";
import { cardOf, isPort, type PortNode, type TreeNode } from "./node";

/** A root complex (host bridge): what is on one root bus. */
export interface RootComplex {
  /** Domain and root bus, "0000:00". */
  name: string;
  /** The NUMA node of all its devices; null where it is unknown or they differ. */
  numaNode: number | null;
  nodes: readonly TreeNode[];
}

/** The PCI tree of a host, as the firmware wired it: root complexes, ports, cards. In the order of addresses. */
export function treeOf(devices: readonly JudgedDevice[]): RootComplex[] {
  const known = new Set(devices.map(({ address }) => address));
  const behind = groupBy(devices, ({ parent }) => (parent !== null && known.has(parent) ? parent : ""));
  const onRootBus = groupBy(behind.get("") ?? [], ({ address }) =>
    address.slice(0, address.lastIndexOf(":")),
  );
  return [...onRootBus]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, members]) => ({ name, numaNode: sharedNode(members), nodes: nodesOf(members, behind) }));
}

type Behind = ReadonlyMap<string, readonly JudgedDevice[]>;

function nodesOf(devices: readonly JudgedDevice[], behind: Behind): TreeNode[] {
  const ports = devices.filter(isPort).map(
    (device): PortNode => ({
      type: "port",
      key: device.address,
      device,
      group: device.iommuGroup,
      children: nodesOf(behind.get(device.address) ?? [], behind),
    }),
  );
  const endpoints = devices.filter((device) => !isPort(device));
  const cards = [...groupBy(endpoints, cardKey).values()].flatMap((functions) => {
    const sorted = [...functions].sort(byAddress);
    return sorted[0] === undefined ? [] : cardOf(sorted, sorted[0]);
  });
  return [...ports, ...cards].sort((one, other) => one.key.localeCompare(other.key));
}

/** A virtual function is a card of its own, though it may stand in the slot of its physical function. */
function cardKey(device: JudgedDevice): string {
  if (device.physicalFunction !== null) return device.address;
  return `${device.address.slice(0, -2)} ${device.iommuGroup}`;
}

function byAddress(one: JudgedDevice, other: JudgedDevice): number {
  return one.address.localeCompare(other.address);
}

function sharedNode(devices: readonly JudgedDevice[]): number | null {
  const nodes = new Set(devices.map(({ numaNode }) => numaNode));
  return nodes.size === 1 ? (devices[0]?.numaNode ?? null) : null;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
