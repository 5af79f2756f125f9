import { AppError } from "../errors";
import type { Fleet } from "../fleet/fleet";
import { appErrorOf } from "../fleet/libvirt-app-error";
import type { Connection } from "../libvirt/connection";
import type { FilterSummary } from "../network/filter.schema";
import { loadFilters } from "../network/filters";
import type { NetworkSurroundings } from "../network/find-problems";
import { bridgeGuide } from "../network/guide/bridge-guide";
import type { BridgeGuide, BridgeRequest } from "../network/guide/bridge-guide.schema";
import type { HostNetworking } from "../network/host/host-network.schema";
import { readHostNetworking } from "../network/host/read-host-networking";
import type { Lease } from "../network/leases.schema";
import type { NetworkHandle } from "../network/load-networks";
import { lookUpNetwork } from "../network/network-acts";
import { readLeases } from "../network/read-leases";
import type { CallerAddresses } from "../pci/management-devices";

export interface NetworkReference {
  hostId: string;
  uuid: string;
}

type Work<T> = (connection: Connection, net: NetworkHandle) => Promise<T>;

/** Changes a network, over a connection of its own. Whatever libvirt answers becomes an AppError that names it. */
export function withNetwork<T>(fleet: Fleet, { hostId, uuid }: NetworkReference, work: Work<T>): Promise<T> {
  return fleet.host(hostId).run("Network", (connection) => onNetwork(connection, uuid, work));
}

/** Looks at a network, over the host's one connection: pages ask again and again. */
export async function lookAt<T>(fleet: Fleet, { hostId, uuid }: NetworkReference, work: Work<T>): Promise<T> {
  return onNetwork(fleet.host(hostId).current().connection, uuid, work);
}

async function onNetwork<T>(connection: Connection, uuid: string, work: Work<T>): Promise<T> {
  let subject = "Network";
  try {
    const net = await lookUpNetwork(connection, uuid);
    subject = `Network ${net.name}`;
    return await work(connection, net);
  } catch (error) {
    throw appErrorOf(error, subject);
  }
}

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

/** The host's own network; null where its files can't be read. */
export async function hostNetworking(
  fleet: Fleet,
  caller: CallerAddresses,
  hostId: string,
): Promise<HostNetworking | null> {
  const { tree } = fleet.host(hostId).configuration;
  const summary = fleet.hostSummaries().find(({ id }) => id === hostId);
  return tree === null ? null : readHostNetworking(tree, caller, summary?.libvirtVersion ?? null);
}

/** What of a host's own network a network for VMs may clash with. */
export type HostLinks = Pick<NetworkSurroundings, "hostNetworks" | "links">;

export async function linksOf(fleet: Fleet, caller: CallerAddresses, hostId: string): Promise<HostLinks> {
  const networking = await hostNetworking(fleet, caller, hostId);
  return {
    hostNetworks: networking?.networks ?? [],
    links: networking?.links.map(({ name, kind }) => ({ name, bridge: kind === "bridge" })) ?? null,
  };
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
