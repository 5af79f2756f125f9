import { addressingOf } from "../../network/guide/addressing";
import { unsettled } from "../../network/guide/bridge-guide";
import type { BridgeRequest } from "../../network/guide/bridge-guide.schema";
import type { HostNetworking } from "../../network/host/host-network.schema";
import type { OnCard } from "./on-card";

/** What a bridge does to who is connected over the card, a sentence each. */
export function bridgeWarnings(
  host: HostNetworking,
  { device, bridge, address }: BridgeRequest,
  onCard: OnCard | null,
): string[] {
  const link = host.links.find(({ name }) => name === device);
  if (link === undefined) return [];
  const { addresses, carriesYou, defaultRoute } = link;
  const off = onCard?.off ?? [];
  return [
    addresses.length === 0
      ? `${device} becomes a port of ${bridge}. The host has no address on it, so nobody's connection to it is cut.`
      : `${device} becomes a port of ${bridge}, and the host's ${addresses.join(" and ")} ${addresses.length === 1 ? "moves" : "move"} to ${bridge}. All that comes to the host over ${device} is cut for some seconds.`,
    ...(carriesYou ? [`Your own connection to Passdeck comes over ${device}: keep this page open.`] : []),
    ...(defaultRoute ? ["The host's way to other networks leads over it."] : []),
    ...(address === "dhcp"
      ? [
          `${bridge} keeps the MAC address of ${device}, but the DHCP server may give the host another address. Passdeck is not reached at the present one then, and the old network comes back.`,
        ]
      : []),
    ...unsettled(link, addressingOf(link, address, host)),
    ...(off.length === 0
      ? []
      : [
          `${off.join(", ")} can't start on ${device} by macvtap any more: put their network cards on ${bridge}.`,
        ]),
    ...(onCard === null
      ? [
          `libvirt can't be asked now which VMs use ${device} by macvtap: those that run keep it from becoming a port.`,
        ]
      : []),
  ];
}
