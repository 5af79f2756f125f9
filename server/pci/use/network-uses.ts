import { isLinkLocal } from "../../host/network/ip-addresses";
import { isDefault } from "../../host/network/routes";
import { carriersOf, type InterfaceFacts } from "./interfaces";
import { type UseOf, usesOf } from "./owners";
import type { NetworkFacts } from "./read-network";
import { type WaysOut, waysOut } from "./ways-out";

const wordsForUpper = {
  bridge: "is a port of the bridge",
  bond: "is part of the bond",
  other: "carries",
} as const;

/** What the host does with network cards: addresses, the default route, bridges, bonds. */
export function networkUses(facts: NetworkFacts): UseOf[] {
  const { interfaces, routes, isUnknown } = facts;
  const byName = new Map(interfaces.map((one) => [one.name, one]));
  const withDefaultRoute = new Set(routes.filter(isDefault).map((route) => route.interface));
  return interfaces.flatMap((one) => {
    const carriers = carriersOf(one, byName);
    return [
      ...addressUses(one, carriers),
      ...(withDefaultRoute.has(one.name) ? routeUses(one, waysOut(one, interfaces, routes)) : []),
      ...(isUnknown && !one.isDown ? unknownUses(one) : []),
      ...upperUses(one, carriers),
    ];
  });
}

function addressUses(facts: InterfaceFacts, carriers: readonly InterfaceFacts[]): UseOf[] {
  const addresses = facts.addresses.filter((address) => !isLinkLocal(address));
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

function unknownUses({ name, owners }: InterfaceFacts): UseOf[] {
  return usesOf(owners, "possible-route", `the host's routes can't be read: its way out may be ${name}`);
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

function through(facts: InterfaceFacts, carrier: InterfaceFacts): string {
  return carrier === facts ? "" : ` (through ${carrier.name})`;
}
