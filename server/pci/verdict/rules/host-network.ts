import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import { holds } from "../card";
import { type Rule, reason } from "../rule";
import { listed, named, namedWithDriver } from "../words";
import { details, usesOf } from "./indispensable";

/** Other use of the network: the way out is a bar where it is the only one, anything else a risk. */
export const hostNetwork: Rule = (card, host) => {
  const otherRoutes = host.defaultRoutes.filter(({ address }) => !holds(card, address));
  return card.functions.flatMap((device) => networkReason(device, otherRoutes));
};

function networkReason(device: PciDevice, otherRoutes: readonly PciDevice[]): Reason[] {
  const routes = usesOf(device, "default-route");
  const uses = [...routes, ...usesOf(device, "address", "bridge", "bond")];
  if (uses.length === 0) return [];
  const isOnlyWayOut = routes.length > 0 && otherRoutes.length === 0;
  const instead =
    routes.length > 0 && !isOnlyWayOut ? ` ${listed(otherRoutes, named)} would remain as a way out.` : "";
  const message = `The host's network uses ${namedWithDriver(device)}: ${details(uses)}.${instead}`;
  const fix = isOnlyWayOut
    ? "Give the host a default route through another network card first."
    : "Take it out of the host's network configuration first.";
  return [reason(isOnlyWayOut ? "block" : "risk", "host-network", [device], message, fix)];
}
