import { holderOf } from "../pci/named/choose-cards";
import { blockOf } from "../pci/named/member-state";
import type { JudgedDevice } from "../pci/schema";
import { deviceName } from "../pci/start-check/device-name";
import { compareAddresses, functionOf, slotOf } from "../units/pci-address.schema";

/** What of another host's devices a VM may get. */
export interface TargetDevices {
  devices: readonly JudgedDevice[];
  /** By address: who has it, in words, "the running VM web-1". */
  heldBy: ReadonlyMap<string, string>;
  /** Addresses that belong to a named device which the card on the source belongs to as well. */
  named: ReadonlySet<string>;
}

/** A card of the source, and the equal ones of the target. */
export interface CardOnTheMove {
  /** The first function that the VM has of it, "0000:01:00.0". */
  address: string;
  /** For people. */
  label: string;
  /** Free ones, the best first. */
  equals: EqualCard[];
  /** Why other equal ones can't be had, a sentence each. */
  problems: string[];
}

/** A card of the target that does for one of the source. */
export interface EqualCard {
  /** Its function that stands for the source's `address`. */
  address: string;
  label: string;
  functions: { from: string; device: JudgedDevice }[];
}

/**
 * Finds for each card that a VM has the free ones of another host that are the same model, function by function (vendor and
 * device; the maker's own numbers decide the order). Those of a named device of the same name come first. Pure.
 * @param addresses Those that the VM is handed.
 */
export function equalCards(
  addresses: readonly string[],
  here: readonly JudgedDevice[],
  there: TargetDevices,
): CardOnTheMove[] {
  const slots = [...new Set(addresses.map(slotOf))];
  return slots.map((slot) => {
    const own = addresses.filter((address) => slotOf(address) === slot).toSorted(compareAddresses);
    return cardOnTheMove(own, here, there);
  });
}

/**
 * An equal card for each, none twice: the one that was chosen for it, else the best that is left.
 * @param chosen Addresses of the target's cards, by those of the source's.
 * @returns null in the place of one that has none.
 */
export function assignedCards(
  cards: readonly CardOnTheMove[],
  chosen: ReadonlyMap<string, string>,
): (EqualCard | null)[] {
  const wanted = new Set(chosen.values());
  const given = new Set<string>();
  return cards.map(({ address, equals }) => {
    const wish = chosen.get(address);
    const card = equals.find(
      (one) =>
        !given.has(one.address) && (wish === undefined ? !wanted.has(one.address) : one.address === wish),
    );
    if (card !== undefined) given.add(card.address);
    return card ?? null;
  });
}

function cardOnTheMove(
  own: readonly string[],
  here: readonly JudgedDevice[],
  there: TargetDevices,
): CardOnTheMove {
  const address = own[0] ?? "";
  const functions = own.map((one) => here.find((device) => device.address === one));
  const known = functions.filter((device) => device !== undefined);
  const label = known[0]?.product ?? "a device that is not there any more";
  if (known.length < own.length) return { address, label, equals: [], problems: [] };
  const alike = [...new Set(there.devices.map((device) => slotOf(device.address)))].flatMap(
    (slot) => equalIn(slot, known, there.devices) ?? [],
  );
  const judged = alike.map((card) => ({ card, problem: problemOf(card, there) }));
  return {
    address,
    label,
    equals: judged
      .flatMap(({ card, problem }) => (problem === null ? card : []))
      .sort(
        (left, right) =>
          rankOf(left, known, there) - rankOf(right, known, there) ||
          compareAddresses(left.address, right.address),
      ),
    problems: judged.flatMap(({ problem }) => problem ?? []),
  };
}

/** The card in a slot of the target where each function is there with the same number and model; else null. */
function equalIn(
  slot: string,
  wanted: readonly JudgedDevice[],
  devices: readonly JudgedDevice[],
): EqualCard | null {
  const functions: EqualCard["functions"] = [];
  for (const { address, vendorId, deviceId } of wanted) {
    const device = devices.find(
      (found) => slotOf(found.address) === slot && functionOf(found.address) === functionOf(address),
    );
    if (device === undefined || device.vendorId !== vendorId || device.deviceId !== deviceId) return null;
    functions.push({ from: address, device });
  }
  const first = functions[0]?.device;
  return first === undefined ? null : { address: first.address, label: first.product, functions };
}

function problemOf({ functions }: EqualCard, { heldBy }: TargetDevices): string | null {
  for (const { device } of functions) {
    const block = blockOf(device);
    if (block !== null)
      return `${deviceName(device)}: ${[block.message, block.fix].filter(Boolean).join(" ")}`;
    const holder = holderOf(device, heldBy);
    if (holder !== null) return `${deviceName(device)} is with ${holder}.`;
  }
  return null;
}

const ranks = { ready: 0, bindable: 1, risky: 2, blocked: 3 } as const;

function rankOf(
  { address, functions }: EqualCard,
  wanted: readonly JudgedDevice[],
  { named }: TargetDevices,
): number {
  const isNamed = functions.some(({ device }) => named.has(device.address)) || named.has(address);
  const isSameMake = functions.every(({ device }, place) => device.subsystem === wanted[place]?.subsystem);
  const isElsewhere = functions.some(({ device }) =>
    device.verdict.reasons.some(({ code }) => code === "attached-elsewhere"),
  );
  const worst = Math.max(...functions.map(({ device }) => ranks[device.verdict.status]));
  return (isNamed ? 0 : 1000) + (isElsewhere ? 100 : 0) + (isSameMake ? 0 : 10) + worst;
}
