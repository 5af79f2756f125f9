import { AppError } from "../errors";
import type { Fleet } from "../fleet/fleet";
import { isActive } from "../fleet/read-vm";
import type { VmSummary } from "../fleet/schema";
import type { Connection } from "../libvirt/connection";
import { buildNetwork } from "../network/build-network";
import { findProblems, findWarnings } from "../network/find-problems";
import { loadNetworks } from "../network/load-networks";
import type { NetworkSummary } from "../network/network.schema";
import { makeNetwork, removeNetwork } from "../network/network-acts";
import type { CreateNetworkRequest } from "../network/network-request.schema";
import { usersOfNetwork } from "../network/network-users.schema";
import { changeReservation, type Reservation, whyNotReserve } from "../network/reservations";
import type { CallerAddresses } from "../pci/management-devices";
import { linksOf, type NetworkReference, withNetwork } from "./network-views";

/** What would be made, and what is to be said of it. */
export interface NetworkPreview {
  xml: string;
  problems: string[];
  warnings: string[];
}

/** The XML of a network that somebody is about to make, and what stands against it. */
export async function previewNetwork(
  fleet: Fleet,
  caller: CallerAddresses,
  { hostId, network }: { hostId: string; network: CreateNetworkRequest },
): Promise<NetworkPreview> {
  const host = fleet.host(hostId);
  const links = await linksOf(fleet, caller, hostId);
  const networks = await host.run(`Host ${hostId}`, loadNetworks);
  return {
    xml: buildNetwork(network),
    problems: findProblems(network, { networks, ...links }),
    warnings: findWarnings(network),
  };
}

/** Makes a network and starts it. An AppError "conflict" says what stands against it. */
export async function createNetwork(
  fleet: Fleet,
  caller: CallerAddresses,
  input: { hostId: string; network: CreateNetworkRequest },
): Promise<void> {
  const { problems, xml } = await previewNetwork(fleet, caller, input);
  const { name, autostart } = input.network;
  if (problems.length > 0) {
    throw new AppError("conflict", {
      userMessage: `The network ${name} was not created. ${problems.join(" ")}`,
    });
  }
  const host = fleet.host(input.hostId);
  await host.run(`Network ${name}`, (connection) => makeNetwork(connection, xml, autostart));
  fleet.refreshNetworks(input.hostId);
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
        userMessage: `Network ${net.name}: ${namesOf(running)} would lose it while running. Shut down first, or stop it anyway.`,
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
        userMessage: `Network ${net.name} was not deleted: ${namesOf(users)} could not start without it. Move their network cards to another network first.`,
      });
    }
    await removeNetwork(connection, net);
  });
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
