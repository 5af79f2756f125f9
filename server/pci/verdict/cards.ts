import { compareAddresses, slotOf } from "../../units/pci-address.schema";
import { isBridge, isGpu } from "../device-kind.schema";
import type { PciDevice } from "../schema";
import type { Card } from "./card";
import type { HostIndex } from "./host-index";

/**
 * The cards of a host, each endpoint in one; bridges are in none.
 * - A virtual function is a card of its own.
 * - Functions of a slot that share one IOMMU group, or have none, are one card.
 * - Functions in different groups are a card each, as the hardware keeps them apart: the two ports of a network card.
 *   Only a graphics card stays whole, since a guest's driver wants its sound and USB with it. What belongs to it are
 *   the functions of its own maker: in a mobile CPU the slot holds the processor's USB and sound as well.
 * - A graphics card with a PCI Express switch of its own (Intel Arc) has its functions in several slots below it.
 */
export function cardsOf(host: HostIndex): Card[] {
  const taken = new Set<string>();
  const cards: Card[] = [];
  const endpoints = host.devices.filter((device) => !isBridge(device));
  // Displays first, so that a card that spans slots is made from its display.
  for (const device of [...endpoints.filter(isGpu), ...endpoints]) {
    if (taken.has(device.address)) continue;
    const functions = functionsOf(device, host).filter(({ address }) => !taken.has(address));
    for (const { address } of functions) taken.add(address);
    cards.push(cardOf(functions, device, host));
  }
  return cards;
}

function cardOf(functions: readonly PciDevice[], first: PciDevice, { byGroup }: HostIndex): Card {
  const own = new Set(functions.map(({ address }) => address));
  const groups = new Set(functions.flatMap(({ iommuGroup }) => (iommuGroup === null ? [] : [iommuGroup])));
  const others = [...groups]
    .flatMap((group) => byGroup.get(group) ?? [])
    .filter(({ address }) => !own.has(address));
  // One group's are in order already.
  if (groups.size > 1) others.sort((left, right) => compareAddresses(left.address, right.address));
  return {
    functions,
    lead: functions.find(isGpu) ?? functions[0] ?? first,
    others: others.filter((device) => !isBridge(device)),
    bridges: others.filter(isBridge),
  };
}

function functionsOf(device: PciDevice, host: HostIndex): readonly PciDevice[] {
  if (device.physicalFunction !== null) return [device];
  const slot = (host.bySlot.get(slotOf(device.address)) ?? []).filter((one) => !isBridge(one));
  const display = slot.find(isGpu);
  const whole = display === undefined ? [] : belowOwnSwitch(display, host);
  if (whole.length > slot.length && slot.every((one) => whole.includes(one))) return whole;
  if (new Set(slot.map(({ iommuGroup }) => iommuGroup)).size <= 1) return slot;
  const core =
    display !== undefined && display.vendorId === device.vendorId
      ? slot.filter(({ vendorId }) => vendorId === display.vendorId)
      : [device];
  const groups = new Set(core.map(({ iommuGroup }) => iommuGroup));
  return slot.filter((one) => core.includes(one) || (one.iommuGroup !== null && groups.has(one.iommuGroup)));
}

/** All endpoints below the switch that a graphics card brings along, whose two ports are of the card's own maker. */
function belowOwnSwitch(display: PciDevice, host: HostIndex): PciDevice[] {
  const upstream = ownPort(ownPort(display, display, host), display, host);
  // A port on the root bus is the mainboard's.
  if (upstream === null || upstream.parent === null) return [];
  return [...new Set(endpointsBelow(upstream.address, host))].sort((left, right) =>
    compareAddresses(left.address, right.address),
  );
}

function ownPort(below: PciDevice | null, display: PciDevice, { byAddress }: HostIndex): PciDevice | null {
  const port = below?.parent == null ? undefined : byAddress.get(below.parent);
  return port !== undefined && isBridge(port) && port.vendorId === display.vendorId ? port : null;
}

function endpointsBelow(address: string, host: HostIndex, depth = 0): PciDevice[] {
  // Deeper than any card; a folder that was made by hand may hold a circle.
  if (depth > 4) return [];
  return (host.byParent.get(address) ?? []).flatMap((device) =>
    isBridge(device) ? endpointsBelow(device.address, host, depth + 1) : endpoint(device),
  );
}

function endpoint(device: PciDevice): PciDevice[] {
  return device.physicalFunction === null ? [device] : [];
}
