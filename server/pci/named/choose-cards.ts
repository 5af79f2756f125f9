import { compareAddresses } from "../../units/pci-address.schema";
import type { JudgedDevice } from "../schema";
import { type MemberState, memberState } from "./member-state";
import type { NamedDevice } from "./named-device.schema";

/** What a choice of cards has to know. */
export interface ChoiceContext {
  devices: readonly JudgedDevice[];
  /** By address: who has it, in words, "the running VM web-1". */
  heldBy: ReadonlyMap<string, string>;
  /** What is booked; nothing where it is left out. */
  booked?: Booked;
}

/** What bookings keep of named devices. */
export interface Booked {
  /** Places of the wishes that a booking is for: they come first. */
  wishes: ReadonlySet<number>;
  /** A name for each booking of others; a card of it is left to each, as far as there are any. */
  others: readonly string[];
}

/** A card that was chosen for a name that a VM asks for. */
export interface ChosenCard {
  name: string;
  /** The card's functions. */
  functions: readonly JudgedDevice[];
}

/** `isBooked`: a card is free, and kept for a booking of somebody else. */
export type Choice =
  | { cards: ChosenCard[] }
  | { name: string; problem: string; fix: string; isBooked: boolean };

interface Candidate {
  lead: JudgedDevice;
  functions: readonly JudgedDevice[];
}

/**
 * Chooses a free card for each name that a VM asks for; one that is asked for twice gets two. Which is free is told by the
 * verdicts and by who has what. Cards that are reserved for VMs already come before those that have a driver, these
 * before risky ones, and those that another VM's definition names come last, so that it can still be started. Pure.
 */
export function chooseCards(
  wishes: readonly string[],
  named: readonly NamedDevice[],
  context: ChoiceContext,
): Choice {
  const known = new Map(named.map((device) => [device.name, device]));
  const unknown = wishes.find((name) => !known.has(name));
  if (unknown !== undefined)
    return {
      name: unknown,
      problem: `There is no named device “${unknown}” on this host.`,
      fix: "Make it on the Passthrough page, or remove it from the VM.",
      isBooked: false,
    };
  const candidates = wishes.map((name) => candidatesOf(known.get(name), context));
  const assigned = matchedBeside(candidates, known, context);
  const without = assigned.indexOf(null);
  if (without >= 0) {
    const name = wishes[without] ?? "";
    return matched(candidates).includes(null) ? taken(name, known.get(name), context) : kept(name);
  }
  return {
    cards: assigned.map((card, place) => ({ name: wishes[place] ?? "", functions: card?.functions ?? [] })),
  };
}

/** How each member of a named device stands, those that moved apart from those that the others stand for. */
export function statesOf({ members }: NamedDevice, devices: readonly JudgedDevice[]): MemberState[] {
  return members.map((member) => {
    const others = new Set(members.filter((other) => other !== member).map(({ address }) => address));
    return memberState(member, devices, others);
  });
}

/** All that a VM gets with a card, and all that may not stay with the host or another VM meanwhile. */
export function holderOf(device: JudgedDevice, heldBy: ReadonlyMap<string, string>): string | null {
  const addresses = [device.address, ...device.needs.guestGets, ...device.needs.mustBeBound];
  return addresses.map((address) => heldBy.get(address)).find((holder) => holder !== undefined) ?? null;
}

function candidatesOf(named: NamedDevice | undefined, { devices, heldBy }: ChoiceContext): Candidate[] {
  if (named === undefined) return [];
  return statesOf(named, devices)
    .flatMap(({ device, state }) => (device !== null && state !== "blocked" ? device : []))
    .filter((device) => holderOf(device, heldBy) === null)
    .sort((left, right) => rankOf(left) - rankOf(right) || compareAddresses(left.address, right.address))
    .map((lead) => ({ lead, functions: functionsOf(lead, devices) }));
}

const ranks = { ready: 0, bindable: 1, risky: 2, blocked: 3 } as const;

function rankOf({ verdict }: JudgedDevice): number {
  const isNamedElsewhere = verdict.reasons.some(({ code }) => code === "attached-elsewhere");
  return (isNamedElsewhere ? 10 : 0) + ranks[verdict.status];
}

function functionsOf(lead: JudgedDevice, devices: readonly JudgedDevice[]): JudgedDevice[] {
  const wanted = new Set([lead.address, ...lead.needs.guestGets]);
  return devices.filter(({ address }) => wanted.has(address));
}

/**
 * A candidate for each, no two the same, where that can be (augmenting paths): a name for one card alone is not left
 * without it because a name for several took it. null for who is left without.
 */
function matched(candidates: readonly (readonly Candidate[])[]): (Candidate | null)[] {
  const owner = new Map<string, number>();
  const assigned: (Candidate | null)[] = candidates.map(() => null);
  const assign = (place: number, seen: Set<string>): boolean => {
    // What nobody has yet comes first: who was served keeps the best where that leaves no one without.
    const isOwned = ({ lead }: Candidate) => Number(owner.has(lead.address));
    for (const candidate of (candidates[place] ?? []).toSorted(
      (left, right) => isOwned(left) - isOwned(right),
    )) {
      const { address } = candidate.lead;
      if (seen.has(address)) continue;
      seen.add(address);
      const holder = owner.get(address);
      if (holder !== undefined && !assign(holder, seen)) continue;
      owner.set(address, place);
      assigned[place] = candidate;
      return true;
    }
    return false;
  };
  for (const place of candidates.keys()) assign(place, new Set());
  return assigned;
}

/** As {@link matched}, of what bookings leave: those that have one come first, and others' before who has none. */
function matchedBeside(
  candidates: readonly (readonly Candidate[])[],
  known: ReadonlyMap<string, NamedDevice>,
  context: ChoiceContext,
): (Candidate | null)[] {
  const { wishes = new Set<number>(), others = [] } = context.booked ?? {};
  const all = [...candidates.keys()];
  const order = [...all.filter((place) => wishes.has(place)), ...all.filter((place) => !wishes.has(place))];
  // The best are left to who starts now.
  const keeping = others.map((name) => candidatesOf(known.get(name), context).toReversed());
  const first = order.slice(0, wishes.size).map((place) => candidates[place] ?? []);
  const last = order.slice(wishes.size).map((place) => candidates[place] ?? []);
  const assigned = matched([...first, ...keeping, ...last]);
  const own = [...assigned.slice(0, first.length), ...assigned.slice(first.length + keeping.length)];
  return all.map((place) => own[order.indexOf(place)] ?? null);
}

function kept(name: string): Choice {
  return {
    name,
    problem: `No card of “${name}” is left: what is free of it is booked.`,
    fix: "Book it, or wait for it, on the Passthrough page.",
    isBooked: true,
  };
}

function taken(name: string, named: NamedDevice | undefined, { devices, heldBy }: ChoiceContext): Choice {
  const whys = (named === undefined ? [] : statesOf(named, devices)).map(({ device, problem }, place) => {
    const label = named?.members[place]?.label ?? "";
    if (problem !== null && (device === null || device.verdict.status === "blocked")) return problem;
    const holder = device === null ? null : holderOf(device, heldBy);
    const where = device === null ? "" : ` (${device.address})`;
    return `${label}${where} is with ${holder ?? "another device that this VM asks for"}.`;
  });
  return {
    name,
    problem: `No card of “${name}” is free. ${whys.join(" ")}`,
    fix: "Shut down a VM that has one, or add another card to the name on the Passthrough page.",
    isBooked: false,
  };
}
