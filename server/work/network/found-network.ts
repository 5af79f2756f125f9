import type { Fleet } from "../../fleet/fleet";
import type { VmSummary } from "../../fleet/schema";
import { isNetworkActive } from "../../network/network-acts";
import { usersOf } from "./network-users";
import { lookAt, type NetworkReference } from "./on-network";

/** A network as it is when a plan is made of it. */
export interface FoundNetwork {
  name: string;
  active: boolean;
  persistent: boolean;
  /** VMs that have network cards on it. */
  users: VmSummary[];
}

/** Looks a network up. An AppError "not-found" where there is none. */
export function foundNetwork(fleet: Fleet, reference: NetworkReference): Promise<FoundNetwork> {
  return lookAt(fleet, reference, async (connection, net) => ({
    name: net.name,
    active: await isNetworkActive(connection, net),
    persistent: (await connection.call("network_is_persistent", { net })).persistent !== 0,
    users: await usersOf(fleet, reference, connection),
  }));
}
