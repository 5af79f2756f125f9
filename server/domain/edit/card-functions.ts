import { AppError } from "../../errors";
import { type PciAddress, parsePciAddress, pciAddressText } from "../../units/pci-address.schema";

/**
 * A function of a card that is to be attached. What it is (IDs, serial number) is noted in the definition where it is
 * known, so that another device at the same address is told from it later.
 */
export interface CardFunction {
  /** "0000:01:00.0" */
  address: string;
  /** "030000" */
  class?: string;
  vendorId?: string;
  deviceId?: string;
  /** "1043:8508" */
  subsystem?: string | null;
  serialNumber?: string | null;
  /** Its name for people. */
  label?: string | null;
}

/** A function with its place on the host, and the number that it gets in the guest. */
export interface PlacedFunction {
  card: CardFunction;
  host: PciAddress;
  guestFunction: number;
}

/**
 * The functions by cards (slots of the host), in the order in which each slot is first named; within a card by number.
 * A guest finds no function of a slot without function 0: where a card's own is not among them, the first takes its
 * number, and the others keep theirs.
 */
export function cardsOf(functions: readonly CardFunction[]): PlacedFunction[][] {
  const slots = new Map<string, PlacedFunction[]>();
  for (const card of functions) {
    const host = parsePciAddress(card.address);
    if (host === null) throw notAnAddress(card.address);
    const slot = pciAddressText({ ...host, function: 0 });
    const placed = slots.get(slot) ?? [];
    if (placed.some((other) => other.host.function === host.function)) throw namedTwice(card.address);
    slots.set(slot, [...placed, { card, host, guestFunction: host.function }]);
  }
  return [...slots.values()].map(withFunctionZero);
}

function withFunctionZero(placed: PlacedFunction[]): PlacedFunction[] {
  const [first, ...others] = placed.toSorted((left, right) => left.guestFunction - right.guestFunction);
  return first === undefined ? [] : [{ ...first, guestFunction: 0 }, ...others];
}

/** The text as the address of a device, "0000:01:00.0"; an AppError "bad-input" where it is none. */
export function normalAddress(text: string): string {
  const place = parsePciAddress(text);
  if (place === null) throw notAnAddress(text);
  return pciAddressText(place);
}

function notAnAddress(text: string): AppError {
  return new AppError("bad-input", {
    userMessage: `"${text}" is no PCI address. It is written as in 0000:01:00.0: domain, bus, device, function.`,
  });
}

function namedTwice(address: string): AppError {
  return new AppError("bad-input", { userMessage: `${address} is named twice.` });
}
