import type { Document } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { parsePciAddress, pciAddressText } from "../../units/pci-address.schema";
import { buildElement } from "../../xml/build-element";
import { insertElement } from "../../xml/white-space";
import { ensureContainer } from "./containers";
import { deviceElements } from "./device-elements";
import { guestBusOf } from "./guest-bus";
import type { GuestSlot } from "./guest-slot";
import { isUsed, pciControllers, usedSlots } from "./guest-slots";
import { addNote } from "./notes";

const lastBus = 0xff;
const lastSlot = 0x1f;

/** What a device wants of its slot in the guest. */
export interface SlotRequest {
  /** "0000:00:02.0", or null for the first that is free. */
  address: string | null;
  /** The port may not be one that was there before: it is to be changed along with the device. */
  ownPort: boolean;
}

/**
 * Finds a slot in the guest for a new device, and adds the port that it needs. null where libvirt had better choose.
 * An AppError "conflict" where the address that is wanted is taken.
 */
export function takeGuestSlot(document: Document, { address, ownPort }: SlotRequest): GuestSlot | null {
  if (address !== null) return takeWantedSlot(document, address);
  const bus = guestBusOf(document);
  if (bus === "express") {
    const port = (ownPort ? null : freeRootPort(document)) ?? newRootPort(document);
    return { domain: 0, bus: port, slot: 0 };
  }
  return bus === "conventional" ? freeConventionalSlot(document) : null;
}

function takeWantedSlot(document: Document, wanted: string): GuestSlot {
  const place = parsePciAddress(wanted);
  if (place === null) throw badAddress(wanted, "it is no PCI address");
  const { domain, bus, slot } = place;
  if (isUsed(usedSlots(document), place)) throw badAddress(wanted, "another device of the VM has it");
  const known = new Set(pciControllers(document).map(({ index }) => index));
  if (bus !== 0 && !known.has(bus)) throw badAddress(wanted, `the VM has no PCI bus ${bus}`);
  return { domain, bus, slot };
}

function badAddress(wanted: string, why: string): AppError {
  return new AppError("conflict", {
    userMessage: `The guest address ${wanted} can't be used: ${why}. Choose another, or leave the choice to Passdeck.`,
  });
}

/** The bus number of a root port that nothing is plugged into. */
function freeRootPort(document: Document): number | null {
  const buses = new Set(usedSlots(document).map(({ bus }) => bus));
  const free = pciControllers(document).find(
    ({ model, index }) => model === "pcie-root-port" && index > 0 && !buses.has(index),
  );
  return free?.index ?? null;
}

/** The bus number of a root port that was added. */
function newRootPort(document: Document): number {
  const buses = usedSlots(document).map(({ bus }) => bus);
  const taken = [0, ...buses, ...pciControllers(document).map(({ index }) => index)];
  const index = Math.max(...taken) < lastBus ? Math.max(...taken) + 1 : gapIn(taken);
  addRootPort(document, index);
  return index;
}

function gapIn(taken: readonly number[]): number {
  for (let index = 1; index <= lastBus; index += 1) if (!taken.includes(index)) return index;
  throw new AppError("conflict", {
    userMessage: "The VM has no PCI bus number left for another port. Remove a controller that nothing uses.",
  });
}

/** libvirt gives the port its own address, chassis and port number. */
function addRootPort(document: Document, index: number) {
  const attributes = { type: "pci", index: String(index), model: "pcie-root-port" };
  const port = buildElement(document, { name: "controller", attributes });
  const devices = ensureContainer(document, "devices");
  const last = deviceElements(document).findLast(
    ({ nodeName, parentNode }) => nodeName === "controller" && parentNode === devices,
  );
  insertElement(devices, port, last);
  addNote(document, { name: "passdeck:port", attributes: { index: String(index) } });
}

/**
 * pci.0 of i440fx: 0 is the host bridge, 1 the south bridge with IDE and USB, 2 the primary display's, which libvirt
 * keeps for it (qemuDomainValidateDevicePCISlotsPIIX3). Then the buses of PCI bridges, where slot 0 is not usable.
 */
function freeConventionalSlot(document: Document): GuestSlot {
  const used = usedSlots(document);
  const bridges = pciControllers(document).filter(({ model, index }) => model === "pci-bridge" && index > 0);
  const buses = [{ bus: 0, first: 3 }, ...bridges.map(({ index }) => ({ bus: index, first: 1 }))];
  for (const { bus, first } of buses) {
    for (let slot = first; slot <= lastSlot; slot += 1) {
      const place = { domain: 0, bus, slot };
      if (!isUsed(used, place)) return place;
    }
  }
  const full = pciAddressText({ domain: 0, bus: 0, slot: lastSlot, function: 0 });
  throw new AppError("conflict", {
    userMessage: `The VM's PCI bus has no free slot up to ${full}. Remove a device, or add a PCI bridge.`,
  });
}
