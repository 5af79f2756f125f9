import type { FoundRoute } from "../../host/network/routes";
import { carriersOf, type InterfaceFacts } from "./interfaces";

/** What carries an interface's packets out of the host. */
export interface WaysOut {
  /** Interfaces that hang on PCI devices. */
  carriers: readonly InterfaceFacts[];
  /** Why it can't be told which of the carriers it is; null where all of them do. */
  unsure: string | null;
}

/**
 * What carries the packets that leave the host at an interface. Links that are down carry nothing while another is up.
 * Where they can't be followed to a card, every card that may be it is named: those of the other routes for a tunnel, else
 * every card with a link that is not down.
 */
export function waysOut(
  top: InterfaceFacts,
  all: readonly InterfaceFacts[],
  routes: readonly FoundRoute[],
): WaysOut {
  const byName = new Map(all.map((facts) => [facts.name, facts]));
  const carriers = live(carriersOf(top, byName));
  if (carriers.length > 0) {
    const cards = new Set(carriers.map(({ owners }) => owners.join(" ")));
    const fork = cards.size > 1 ? forkBelow(top, byName) : null;
    return { carriers, unsure: fork === null ? null : `which link below ${fork} leads there` };
  }
  if (leadsElsewhere(top, byName)) return { carriers: [], unsure: null };
  const candidates = top.isTunnel ? carriersOfGateways(top, byName, routes) : [];
  const possible = candidates.length > 0 ? candidates : live(all.filter(({ owners }) => owners.length > 0));
  return { carriers: possible, unsure: possible.length > 1 ? "which card carries that" : null };
}

/** Those that are not down; all, where all are. */
function live(carriers: readonly InterfaceFacts[]): readonly InterfaceFacts[] {
  const up = carriers.filter(({ isDown }) => !isDown);
  return up.length > 0 ? up : carriers;
}

/** An interface of which each packet takes one of several ways, by what is at their other ends: a bridge, not a bond. */
function forkBelow(top: InterfaceFacts, byName: ReadonlyMap<string, InterfaceFacts>): string | null {
  const seen = new Set([top]);
  for (const facts of seen) {
    const below = facts.lowers.flatMap((name) => byName.get(name) ?? []);
    const carried = below.filter((lower) => live(carriersOf(lower, byName)).some(({ isDown }) => !isDown));
    if (facts.isSwitch && carried.length > 1) return facts.name;
    for (const lower of below) seen.add(lower);
  }
  return null;
}

/** Whether it ends at hardware that is not on the PCI bus: a board's own network controller, a hypervisor's. */
function leadsElsewhere(top: InterfaceFacts, byName: ReadonlyMap<string, InterfaceFacts>): boolean {
  const seen = new Set([top]);
  for (const facts of seen) {
    if (!facts.isVirtual) return true;
    for (const lower of facts.lowers.flatMap((name) => byName.get(name) ?? [])) seen.add(lower);
  }
  return false;
}

/** A tunnel's own packets take the host's other routes that lead out of its networks. */
function carriersOfGateways(
  tunnel: InterfaceFacts,
  byName: ReadonlyMap<string, InterfaceFacts>,
  routes: readonly FoundRoute[],
): readonly InterfaceFacts[] {
  const names = new Set(routes.filter((route) => !route.isDirect).map((route) => route.interface));
  const others = [...names].flatMap((name) => byName.get(name) ?? []).filter((facts) => facts !== tunnel);
  return [...new Set(others.flatMap((facts) => live(carriersOf(facts, byName))))];
}
