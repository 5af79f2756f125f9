import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import { holds } from "../card";
import { type Rule, reason } from "../rule";
import { listed, named, namedWithDriver } from "../words";
import { details, usesOf } from "./indispensable";

/** Other use of the network: the only default route blocks, also what may be it; anything else is a risk. */
export const hostNetwork: Rule = (card, host) => {
  const otherRoutes = host.defaultRoutes.filter(({ address }) => !holds(card, address));
  return card.functions.flatMap((device) => networkReason(device, otherRoutes));
};

function networkReason(device: PciDevice, otherRoutes: readonly PciDevice[]): Reason[] {
  const routes = usesOf(device, "default-route");
  const maybe = usesOf(device, "possible-route");
  const uses = [...routes, ...maybe, ...usesOf(device, "address", "bridge", "bond")];
  if (uses.length === 0) return [];
  const isOnlyRoute = routes.length + maybe.length > 0 && otherRoutes.length === 0;
  const instead =
    routes.length + maybe.length > 0 && otherRoutes.length > 0
      ? ` The host keeps a default route through ${listed(otherRoutes, named)}.`
      : "";
  const message = `The host's network uses ${namedWithDriver(device)}: ${details(uses)}.${instead}`;
  return [
    reason(
      isOnlyRoute ? "block" : "risk",
      "host-network",
      [device],
      message,
      fixFor(isOnlyRoute, maybe.length > 0 && routes.length === 0),
    ),
  ];
}

function fixFor(isOnlyRoute: boolean, isUnsure: boolean): string {
  if (isUnsure)
    return "Find out what carries the host's default route (“ip route get” and the bridge's or tunnel's own tool) before you reserve this card; give the host a default route that goes out at another card.";
  if (isOnlyRoute) return "Give the host a default route through another network interface first.";
  return "Remove it from the host's network configuration first.";
}
