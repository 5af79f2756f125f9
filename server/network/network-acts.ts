import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { parseUuid } from "../libvirt/uuid";
import type { NetworkHandle } from "./load-networks";

/** A network by its UUID; an AppError "not-found" where there is none any more. */
export async function lookUpNetwork(connection: Connection, uuid: string): Promise<NetworkHandle> {
  try {
    return (await connection.call("network_lookup_by_uuid", { uuid: parseUuid(uuid) })).net;
  } catch (error) {
    if (!(error instanceof LibvirtError && error.code === errorNumber.NO_NETWORK)) throw error;
    throw new AppError("not-found", {
      userMessage: "This network no longer exists. It was deleted.",
      cause: error,
    });
  }
}

/** As {@link lookUpNetwork}; null where there is none. */
export async function findNetwork(connection: Connection, uuid: string): Promise<NetworkHandle | null> {
  try {
    return await lookUpNetwork(connection, uuid);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

export async function isNetworkActive(connection: Connection, net: NetworkHandle): Promise<boolean> {
  return (await connection.call("network_is_active", { net })).active !== 0;
}

/** A start waits for iptables' lock, and loads each rule by a program; milliseconds. */
const slow = { timeoutMs: 120_000 };

export async function activateNetwork(connection: Connection, net: NetworkHandle): Promise<void> {
  await connection.call("network_create", { net }, slow);
}

export async function deactivateNetwork(connection: Connection, net: NetworkHandle): Promise<void> {
  await connection.call("network_destroy", { net }, slow);
}

/** Stops a network where it is on, and has libvirt forget it. */
export async function removeNetwork(connection: Connection, net: NetworkHandle): Promise<void> {
  await deactivateNetwork(connection, net).catch(unlessStopped);
  // One that was never defined ended with its being stopped.
  await connection.call("network_undefine", { net }).catch(unlessGone);
}

function unlessStopped(error: unknown): void {
  if (!(error instanceof LibvirtError && error.code === errorNumber.OPERATION_INVALID)) throw error;
}

function unlessGone(error: unknown): void {
  if (!(error instanceof LibvirtError && error.code === errorNumber.NO_NETWORK)) throw error;
}
