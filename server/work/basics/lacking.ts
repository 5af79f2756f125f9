import * as z from "zod";
import type { Fleet } from "../../fleet/fleet";
import { listNetworksFlags, listStoragePoolsFlags } from "../../libvirt/protocol/constants.gen";
import { isSession } from "../../libvirt/uri";

/** What VMs need and a host has none of that runs. */
export const lackingSchema = z.object({ pool: z.boolean(), network: z.boolean() });
export type Lacking = z.infer<typeof lackingSchema>;

/** What a host lacks; two calls. A user's session has no networks of its own, and lacks none. */
export async function lackingOf(fleet: Fleet, hostId: string): Promise<Lacking> {
  const host = fleet.host(hostId);
  const { connection } = host.current();
  // Where it is only to count, libvirt counts those that are stopped as well.
  const listed = { need_results: 1 };
  const [pools, networks] = await Promise.all([
    connection.call("connect_list_all_storage_pools", { ...listed, flags: listStoragePoolsFlags.ACTIVE }),
    connection.call("connect_list_all_networks", { ...listed, flags: listNetworksFlags.ACTIVE }),
  ]);
  return {
    pool: pools.pools.length === 0,
    network: networks.nets.length === 0 && !isSession(host.machine.libvirt.uri),
  };
}
