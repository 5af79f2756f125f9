import { isLinkLocal } from "../../host/network/ip-addresses";
import { isDefault } from "../../host/network/routes";
import { carriersOf, type InterfaceFacts } from "./interfaces";
import { type UseOf, usesOf } from "./owners";
import type { NetworkFacts } from "./read-network";
import type { GapOf } from "./storage-gaps";
import { type WaysOut, waysOut } from "./ways-out";

const wordsForUpper = {
  bridge: "is a port of the bridge",
  bond: "is part of the bond",
  other: "carries",
} as const;

/** What the host does with network cards: addresses, default routes, bridges, bonds. */
export function networkUses(facts: NetworkFacts): UseOf[] {
  const { interfaces, routes } = facts;
  const byName = new Map(interfaces.map((one) => [one.name, one]));
  const withDefaultRoute = new Set(routes.filter(isDefault).map((route) => route.interface));
  return interfaces.flatMap((one) => {
    const carriers = carriersOf(one, byName);
    return [
      ...addressUses(one, carriers),
      ...(withDefaultRoute.has(one.name) ? routeUses(one, waysOut(one, interfaces, routes)) : []),
      ...otherTableUses(one, facts, carriers),
      ...upperUses(one, carriers),
    ];
  });
}

function addressUses(facts: InterfaceFacts, carriers: readonly InterfaceFacts[]): UseOf[] {
  const addresses = facts.addresses.filter(isNotLinkLocal);
  if (addresses.length === 0) return [];
  const named = addresses.slice(0, 4).join(", ");
  const more = addresses.length > 4 ? ` and ${addresses.length - 4} more addresses` : "";
  return carriers.flatMap((carrier) =>
    usesOf(carrier.owners, "address", `${facts.name} has ${named}${more}${through(facts, carrier)}`),
  );
}

function routeUses(facts: InterfaceFacts, { carriers, unsure }: WaysOut): UseOf[] {
  const route = `the default route goes out at ${facts.name}`;
  return carriers.flatMap((carrier) =>
    unsure === null
      ? usesOf(carrier.owners, "default-route", `${route}${through(facts, carrier)}`)
      : usesOf(
          carrier.owners,
          "possible-route",
          `${route}, and nothing tells ${unsure}: ${carrier.name} may`,
        ),
  );
}

/** Where tables of addresses and routes can't be read, each card with a link may be the host's way out. */
export function routeGaps({ interfaces, unread }: NetworkFacts): GapOf[] {
  if (unread === null) return [];
  return interfaces
    .filter(({ isDown }) => !isDown)
    .flatMap(({ name, owners }) =>
      owners.map((address): GapOf => {
        const question = `which addresses and routes ${name} has, and whether it is the host's way out`;
        return { address, gap: { source: unread, question, weight: "risk" } };
      }),
    );
}

/** A default route of another table goes out where the host has an address, or in that table's own domain. */
function otherTableUses(
  one: InterfaceFacts,
  { otherDefaults, routes, interfaces }: NetworkFacts,
  carriers: readonly InterfaceFacts[],
): UseOf[] {
  const [table] = otherDefaults;
  if (table === undefined || routes.some((route) => isDefault(route) && route.interface === one.name))
    return [];
  const domains = interfaces.filter(({ isRoutingDomain }) => isRoutingDomain);
  const isCandidate = domains.length > 0 ? domains.includes(one) : one.addresses.some(isNotLinkLocal);
  if (!isCandidate) return [];
  const words = `the routing table ${table} has a default route, and the kernel does not tell where it goes out`;
  return carriers
    .filter(({ isDown }) => !isDown)
    .flatMap(({ owners, name }) => usesOf(owners, "possible-route", `${words}: ${name} may carry it`));
}

/** What is stacked on a card's own interface: a bridge, a bond, or a VLAN or macvtap that a guest may use. */
function upperUses(facts: InterfaceFacts, carriers: readonly InterfaceFacts[]): UseOf[] {
  const kind = facts.kind === "bond" ? "bond" : "bridge";
  return carriers
    .filter((carrier) => carrier !== facts)
    .flatMap((carrier) =>
      usesOf(carrier.owners, kind, `${carrier.name} ${wordsForUpper[facts.kind]} ${facts.name}`),
    );
}

function isNotLinkLocal(address: string): boolean {
  return !isLinkLocal(address);
}

function through(facts: InterfaceFacts, carrier: InterfaceFacts): string {
  return carrier === facts ? "" : ` (through ${carrier.name})`;
}
