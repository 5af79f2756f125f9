import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import type { Lease } from "./leases.schema";
import type { NetworkHandle } from "./load-networks";

/** What a network's DHCP has handed out, by address. None of a network that is off or has no DHCP of libvirt's. */
export async function readLeases(connection: Connection, net: NetworkHandle): Promise<Lease[]> {
  try {
    const { leases } = await connection.call("network_get_dhcp_leases", {
      net,
      mac: null,
      need_results: 1,
      flags: 0,
    });
    return leases
      .map(
        ({ mac, ipaddr, prefix, hostname, expirytime }): Lease => ({
          mac,
          address: ipaddr,
          prefix,
          hostname,
          expiresAt: expirytime === 0n ? null : Number(expirytime) * 1000,
        }),
      )
      .toSorted((left, right) => left.address.localeCompare(right.address, undefined, { numeric: true }));
  } catch (error) {
    if (error instanceof LibvirtError && without.has(error.code)) return [];
    throw error;
  }
}

/** Off, of a mode without leases, or of a driver without them. */
const without: ReadonlySet<number> = new Set([
  errorNumber.OPERATION_INVALID,
  errorNumber.OPERATION_UNSUPPORTED,
  errorNumber.NO_SUPPORT,
]);
