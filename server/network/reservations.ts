import type { Connection } from "../libvirt/connection";
import { networkSection, networkUpdateCommand, networkUpdateFlags } from "../libvirt/protocol/constants.gen";
import { buildXml } from "../xml/build-xml";
import type { NetworkHandle } from "./load-networks";
import type { NetworkSummary } from "./network.schema";
import { overlap, subnetOf } from "./subnet.schema";

const commands = { reserve: networkUpdateCommand.ADD_LAST, release: networkUpdateCommand.DELETE } as const;

/** An address that DHCP keeps for the machine with a MAC address. */
export interface Reservation {
  mac: string;
  address: string;
}

/**
 * Has a network's DHCP keep an address for a machine, or keep it no longer; in the running network and in the saved
 * definition. libvirt refuses a second address for a machine; but takes one that is of another network.
 */
export async function changeReservation(
  connection: Connection,
  net: NetworkHandle,
  act: "reserve" | "release",
  { mac, address }: Reservation,
): Promise<void> {
  const [active, persistent] = await Promise.all([
    connection.call("network_is_active", { net }),
    connection.call("network_is_persistent", { net }),
  ]);
  await connection.call("network_update", {
    net,
    command: commands[act],
    section: networkSection.IP_DHCP_HOST,
    parentIndex: -1,
    xml: buildXml({ name: "host", attributes: { mac, ip: address } }),
    flags:
      (active.active === 0 ? 0 : networkUpdateFlags.AFFECT_LIVE) |
      (persistent.persistent === 0 ? 0 : networkUpdateFlags.AFFECT_CONFIG),
  });
}

/** Why an address of a network can't be kept for a machine, as a sentence; null where it can. */
export function whyNotReserve({ name, ips }: NetworkSummary, { mac, address }: Reservation): string | null {
  const wanted = subnetOf(address, 32);
  const own = ips.find(({ address: gateway, prefix }) => {
    const subnet = subnetOf(gateway, prefix);
    return wanted !== null && subnet !== null && overlap(subnet, wanted);
  });
  if (own === undefined) return `${address} is not an address in the network ${name}.`;
  if (own.address === address) return `${address} is the host's own address in the network ${name}.`;
  const other = own.reservations.find((one) => one.address === address && one.mac !== mac);
  return other === undefined ? null : `${address} is already reserved for ${other.mac ?? other.name}.`;
}
