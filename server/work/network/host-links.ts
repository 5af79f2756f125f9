import type { Fleet } from "../../fleet/fleet";
import type { CallerAddresses } from "../../host/caller-addresses";
import type { NetworkSurroundings } from "../../network/find-problems";
import type { HostNetworking } from "../../network/host/host-network.schema";
import { readHostNetworking } from "../../network/host/read-host-networking";

/** The host's own network; null where its files can't be read. */
export async function hostNetworking(
  fleet: Fleet,
  caller: CallerAddresses,
  hostId: string,
): Promise<HostNetworking | null> {
  const { machine } = fleet.host(hostId);
  const tree = machine.files.value;
  const summary = fleet.hostSummaries().find(({ id }) => id === hostId);
  if (tree === null) return null;
  return readHostNetworking(tree, machine.managementConnection(caller), summary?.libvirtVersion ?? null);
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
