import { AppError } from "../errors";
import type { Fleet } from "../fleet/fleet";
import { isActive } from "../fleet/read-vm";
import type { VmSummary } from "../fleet/schema";
import type { Connection } from "../libvirt/connection";
import { buildNetwork } from "../network/build-network";
import type { FilterSummary } from "../network/filter.schema";
import { loadFilters } from "../network/filters";
import { findProblems, findWarnings } from "../network/find-problems";
import { bridgeGuide } from "../network/guide/bridge-guide";
import type { BridgeGuide, BridgeWish } from "../network/guide/bridge-guide.schema";
import type { HostNetworking } from "../network/host/host-network.schema";
import { readHostNetworking } from "../network/host/read-host-networking";
import type { Lease } from "../network/leases.schema";
import { loadNetworks, type NetworkHandle } from "../network/load-networks";
import type { NetworkSummary } from "../network/network.schema";
import { lookUpNetwork, makeNetwork, removeNetwork } from "../network/network-acts";
import type { CreateNetworkRequest } from "../network/network-request.schema";
import { usersOfNetwork } from "../network/network-users.schema";
import { readLeases } from "../network/read-leases";
import { changeReservation, type Reservation, whyNotReserve } from "../network/reservations";
import type { Asker } from "../pci/management-devices";

export interface NetworkReference {
  hostId: string;
  uuid: string;
}

/** What would be made, and what is to be said of it. */
export interface NetworkPreview {
  xml: string;
  problems: string[];
  warnings: string[];
}

/** The XML of a network that somebody is about to make, and what stands against it. */
export async function previewNetwork(
  fleet: Fleet,
  asker: Asker,
  { hostId, network }: { hostId: string; network: CreateNetworkRequest },
): Promise<NetworkPreview> {
  const host = fleet.host(hostId);
  const networking = await hostNetworking(fleet, asker, hostId);
  const networks = await host.run(`Host ${hostId}`, loadNetworks);
  return {
    xml: buildNetwork(network),
    problems: findProblems(network, {
      networks,
      hostNetworks: networking?.networks ?? [],
      links: networking?.links.map(({ name, kind }) => ({ name, bridge: kind === "bridge" })) ?? null,
    }),
    warnings: findWarnings(network),
  };
}

/** Makes a network and starts it. An AppError "conflict" says what stands against it. */
export async function createNetwork(
  fleet: Fleet,
  asker: Asker,
  wish: { hostId: string; network: CreateNetworkRequest },
): Promise<void> {
  const { problems, xml } = await previewNetwork(fleet, asker, wish);
  const { name, autostart } = wish.network;
  if (problems.length > 0) {
    throw new AppError("conflict", {
      userMessage: `The network ${name} was not made. ${problems.join(" ")}`,
    });
  }
  const host = fleet.host(wish.hostId);
  await host.run(`Network ${name}`, (connection) => makeNetwork(connection, xml, autostart));
  fleet.refreshNetworks(wish.hostId);
}

/** The saved or running definition as libvirt has it. */
export function networkXml(fleet: Fleet, reference: NetworkReference): Promise<{ xml: string }> {
  return withNetwork(fleet, reference, (connection, net) =>
    connection.call("network_get_xml_desc", { net, flags: 0 }),
  );
}

export function networkLeases(fleet: Fleet, reference: NetworkReference): Promise<Lease[]> {
  return withNetwork(fleet, reference, readLeases);
}

export async function startNetwork(fleet: Fleet, reference: NetworkReference): Promise<void> {
  await withNetwork(fleet, reference, (connection, net) => connection.call("network_create", { net }));
}

/**
 * Stops a network. VMs that run on it lose it until they are started anew, so they have to be known.
 * @param disconnect The caller knows that running VMs lose it.
 */
export async function stopNetwork(
  fleet: Fleet,
  { disconnect, ...reference }: NetworkReference & { disconnect: boolean },
): Promise<void> {
  await withNetwork(fleet, reference, async (connection, net) => {
    const running = (await usersOf(fleet, reference, connection)).filter(({ state }) => isActive(state));
    if (running.length > 0 && !disconnect) {
      throw new AppError("conflict", {
        userMessage: `Network ${net.name}: ${namesOf(running)} would lose it while running. Shut down first, or stop it all the same.`,
      });
    }
    await connection.call("network_destroy", { net });
  });
}

export async function setNetworkAutostart(
  fleet: Fleet,
  { autostart, ...reference }: NetworkReference & { autostart: boolean },
): Promise<void> {
  await withNetwork(fleet, reference, (connection, net) =>
    connection.call("network_set_autostart", { net, autostart: autostart ? 1 : 0 }),
  );
  // libvirt has no event for this one.
  fleet.refreshNetworks(reference.hostId);
}

/** Has a network's DHCP keep an address for a machine, or keep it no longer. */
export async function reserveAddress(
  fleet: Fleet,
  { act, mac, address, ...reference }: NetworkReference & Reservation & { act: "reserve" | "release" },
): Promise<void> {
  await withNetwork(fleet, reference, async (connection, net) => {
    const network = await summaryOf(reference, connection);
    const why = act === "reserve" && network ? whyNotReserve(network, { mac, address }) : null;
    if (why !== null) throw new AppError("conflict", { userMessage: why });
    await changeReservation(connection, net, act, { mac, address });
  });
  // libvirt tells of it only where the definition is saved.
  fleet.refreshNetworks(reference.hostId);
}

/** Deletes a network that no VM is on: a VM whose network is gone can't be started. */
export async function deleteNetwork(fleet: Fleet, reference: NetworkReference): Promise<void> {
  await withNetwork(fleet, reference, async (connection, net) => {
    const users = await usersOf(fleet, reference, connection);
    if (users.length > 0) {
      throw new AppError("conflict", {
        userMessage: `Network ${net.name} was not deleted: ${namesOf(users)} would not start without it. Take their network cards off it first.`,
      });
    }
    await removeNetwork(connection, net);
  });
}

export function networkFilters(fleet: Fleet, hostId: string): Promise<FilterSummary[]> {
  return fleet.host(hostId).run("Network filters", loadFilters);
}

/** The host's own network; null where its files can't be read. */
export async function hostNetworking(
  fleet: Fleet,
  asker: Asker,
  hostId: string,
): Promise<HostNetworking | null> {
  const { tree } = fleet.host(hostId).configuration;
  const summary = fleet.hostSummaries().find(({ id }) => id === hostId);
  return tree === null ? null : readHostNetworking(tree, asker, summary?.libvirtVersion ?? null);
}

/** How a bridge of the host is made by hand. An AppError "conflict" where the host's files can't be read. */
export async function guideToBridge(
  fleet: Fleet,
  asker: Asker,
  { hostId, ...wish }: BridgeWish & { hostId: string },
): Promise<BridgeGuide> {
  const networking = await hostNetworking(fleet, asker, hostId);
  if (networking === null) {
    throw new AppError("conflict", {
      userMessage: "This host's files can't be read by Passdeck, so nothing is known of its network.",
    });
  }
  return bridgeGuide(networking, wish);
}

function withNetwork<T>(
  fleet: Fleet,
  { hostId, uuid }: NetworkReference,
  work: (connection: Connection, net: NetworkHandle) => Promise<T>,
): Promise<T> {
  return fleet
    .host(hostId)
    .run("Network", async (connection) => work(connection, await lookUpNetwork(connection, uuid)));
}

async function usersOf(
  fleet: Fleet,
  reference: NetworkReference,
  connection: Connection,
): Promise<VmSummary[]> {
  const network = await summaryOf(reference, connection);
  const vms = fleet.vmsOf(reference.hostId).map(({ summary }) => summary);
  return network === undefined ? [] : usersOfNetwork(network, vms);
}

async function summaryOf(
  { uuid }: NetworkReference,
  connection: Connection,
): Promise<NetworkSummary | undefined> {
  return (await loadNetworks(connection)).find((network) => network.uuid === uuid.toLowerCase());
}

function namesOf(vms: readonly VmSummary[]): string {
  const names = vms.map(({ name }) => name);
  const last = names.pop() ?? "";
  return names.length === 0 ? `the VM ${last}` : `the VMs ${names.join(", ")} and ${last}`;
}
