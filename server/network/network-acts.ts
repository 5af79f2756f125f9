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

/** Defines a network and starts it. One that does not start is not kept. */
export async function makeNetwork(connection: Connection, xml: string, autostart: boolean): Promise<void> {
  const { net } = await connection.call("network_define_xml", { xml });
  try {
    await connection.call("network_set_autostart", { net, autostart: autostart ? 1 : 0 });
    await connection.call("network_create", { net });
  } catch (error) {
    await connection.call("network_undefine", { net });
    throw error;
  }
}

/** Stops a network where it is on, and has libvirt forget it. */
export async function removeNetwork(connection: Connection, net: NetworkHandle): Promise<void> {
  await connection.call("network_destroy", { net }).catch(unlessStopped);
  // One that was never defined ended with its being stopped.
  await connection.call("network_undefine", { net }).catch(unlessGone);
}

function unlessStopped(error: unknown): void {
  if (!(error instanceof LibvirtError && error.code === errorNumber.OPERATION_INVALID)) throw error;
}

function unlessGone(error: unknown): void {
  if (!(error instanceof LibvirtError && error.code === errorNumber.NO_NETWORK)) throw error;
}
