import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import type { NetworkHandle } from "../../network/load-networks";
import { findNetwork } from "../../network/network-acts";

/** What work on networks reaches. */
export type NetworkRooms = { fleet: Pick<Fleet, "host" | "refreshNetworks" | "vmsOf"> };

/** A network as a job knows it. */
export interface JobNetwork {
  hostId: string;
  uuid: string;
  name: string;
}

/** Does a step's work on a network; null stands for one that is not there. */
export function onJobNetwork<T>(
  { fleet }: NetworkRooms,
  { hostId, uuid, name }: JobNetwork,
  work: (connection: Connection, net: NetworkHandle | null) => Promise<T>,
): Promise<T> {
  return fleet
    .host(hostId)
    .run(`Network ${name}`, async (connection) => work(connection, await findNetwork(connection, uuid)));
}

/** As {@link onJobNetwork}. @throws AppError "conflict" where it is not there. */
export function withJobNetwork<T>(
  rooms: NetworkRooms,
  network: JobNetwork,
  work: (connection: Connection, net: NetworkHandle) => Promise<T>,
): Promise<T> {
  return onJobNetwork(rooms, network, (connection, net) => {
    if (net !== null) return work(connection, net);
    throw new AppError("conflict", {
      userMessage: `The network ${network.name} was deleted in the meantime.`,
    });
  });
}

/** As {@link withJobNetwork}, of what libvirt has no event for: pages see what came of it. */
export async function changeJobNetwork<T>(
  rooms: NetworkRooms,
  network: JobNetwork,
  work: (connection: Connection, net: NetworkHandle) => Promise<T>,
): Promise<T> {
  try {
    return await withJobNetwork(rooms, network, work);
  } finally {
    rooms.fleet.refreshNetworks(network.hostId);
  }
}
