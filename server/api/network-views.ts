import { AppError } from "../errors";
import type { Fleet } from "../fleet/fleet";
import type { CallerAddresses } from "../host/caller-addresses";
import type { FilterSummary } from "../network/filter.schema";
import { loadFilters } from "../network/filters";
import { bridgeGuide } from "../network/guide/bridge-guide";
import type { BridgeGuide, BridgeRequest } from "../network/guide/bridge-guide.schema";
import type { Lease } from "../network/leases.schema";
import { readLeases } from "../network/read-leases";
import { hostNetworking } from "../work/network/host-links";
import { lookAt, type NetworkReference } from "../work/network/on-network";

/** The network as it is now: running where it runs, else as it is saved. */
export function networkXml(fleet: Fleet, reference: NetworkReference): Promise<{ xml: string }> {
  return lookAt(fleet, reference, (connection, net) =>
    connection.call("network_get_xml_desc", { net, flags: 0 }),
  );
}

export function networkLeases(fleet: Fleet, reference: NetworkReference): Promise<Lease[]> {
  return lookAt(fleet, reference, readLeases);
}

export function networkFilters(fleet: Fleet, hostId: string): Promise<FilterSummary[]> {
  return fleet.host(hostId).run("Network filters", loadFilters);
}

/** How a bridge of the host is made by hand. An AppError "conflict" where the host's files can't be read. */
export async function guideToBridge(
  fleet: Fleet,
  caller: CallerAddresses,
  { hostId, ...request }: BridgeRequest & { hostId: string },
): Promise<BridgeGuide> {
  const networking = await hostNetworking(fleet, caller, hostId);
  if (networking === null) {
    throw new AppError("conflict", {
      userMessage: "Passdeck can't read this host's files, so its network is unknown.",
    });
  }
  return bridgeGuide(networking, request);
}
