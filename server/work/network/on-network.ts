import type * as z from "zod";
import type { Fleet } from "../../fleet/fleet";
import { appErrorOf } from "../../fleet/libvirt-app-error";
import type { Connection } from "../../libvirt/connection";
import type { NetworkHandle } from "../../network/load-networks";
import { lookUpNetwork } from "../../network/network-acts";
import type { networkReference } from "../references.schema";

export type NetworkReference = z.output<typeof networkReference>;

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
