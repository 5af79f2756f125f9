import { isLinkLocal } from "../../host/network/ip-addresses";
import type { HostNetwork } from "../network.schema";
import { carriersOf, type InterfaceFacts } from "./interfaces";
import { type UseOf, usesOf } from "./owners";

const wordsForUpper = {
  bridge: "is a port of the bridge",
  bond: "is part of the bond",
  other: "carries",
} as const;

/** What the host does with network cards: addresses, the default route, bridges, bonds. */
export function networkUses(interfaces: readonly InterfaceFacts[], network: HostNetwork): UseOf[] {
  const byName = new Map(interfaces.map((facts) => [facts.name, facts]));
  const withDefaultRoute = new Set(
    network.interfaces.filter(({ defaultRoute }) => defaultRoute).map(({ name }) => name),
  );
  return interfaces.flatMap((facts) => {
    const carriers = carriersOf(facts, byName);
    return [
      ...addressUses(facts, carriers),
      ...(withDefaultRoute.has(facts.name) ? routeUses(facts, carriers) : []),
      ...upperUses(facts, carriers),
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

function routeUses(facts: InterfaceFacts, carriers: readonly InterfaceFacts[]): UseOf[] {
  return carriers.flatMap((carrier) =>
    usesOf(
      carrier.owners,
      "default-route",
      `the default route goes out at ${facts.name}${through(facts, carrier)}`,
    ),
  );
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
