import type { HostLink, HostNetworking, NetworkManager } from "../host/host-network.schema";
import { type Addressing, addressingOf } from "./addressing";
import { type BridgeGuide, type BridgeRequest, isPlainName } from "./bridge-guide.schema";
import type { GuideRequest, ManagerGuide, NoGuide } from "./guide-request";
import { ifupdownGuide } from "./ifupdown";
import { netplanGuide } from "./netplan";
import { networkManagerGuide } from "./network-manager";
import { nixosGuide } from "./nixos";
import { systemdNetworkdGuide } from "./systemd-networkd";

/**
 * How a bridge is made of a network card of this host by whoever is at it: where Passdeck itself can't do it
 * (`server/network/bridge`).
 */
export function bridgeGuide(host: HostNetworking, request: BridgeRequest): BridgeGuide {
  const link = host.links.find(({ name }) => name === request.device);
  const refusal = whyNoBridge(host, request, link);
  if (refusal !== null || link === undefined) return refused(refusal);
  const addressing = addressingOf(link, request.address, host);
  const guide = guideOf(host.manager, { port: link, bridge: request.bridge, addressing, host });
  if ("refusal" in guide) return refused(guide.refusal);
  return {
    refusal: null,
    consequences: [
      ...consequences(link, request.bridge, host),
      ...unsettled(link, addressing),
      ...(guide.notes ?? []),
      guide.safety,
    ],
    steps: guide.steps,
    undo: guide.undo,
  };
}

function refused(refusal: string | null): BridgeGuide {
  return { refusal, consequences: [], steps: [], undo: [] };
}

function guideOf(manager: NetworkManager, request: GuideRequest): ManagerGuide | NoGuide {
  const guides: Readonly<Record<NetworkManager, (request: GuideRequest) => ManagerGuide | NoGuide>> = {
    netplan: netplanGuide,
    NetworkManager: networkManagerGuide,
    ifupdown: ifupdownGuide,
    "systemd-networkd": systemdNetworkdGuide,
    nixos: nixosGuide,
  };
  return guides[manager](request);
}

/** Why a device of the host's can't be a bridge's port; null where it can. */
export function whyNoBridge(
  host: HostNetworking,
  { device, bridge, address }: BridgeRequest,
  link: HostLink | undefined,
) {
  if (link === undefined) return `This host has no network device called ${device}.`;
  if (link.kind === "wireless")
    return `${device} is wireless: its access point accepts only one MAC address, so VMs behind a bridge could not be reached. Use a NAT or a routed network.`;
  if (link.kind === "bridge") return `${device} is already a bridge. Use it as it is.`;
  if (link.kind === "bond" && link.lowers.some((name) => !isPlainName(name)))
    return `Passdeck has no commands for ${device}: one of its network cards has a name that can't stand in one.`;
  if (link.portOf !== null) return `${device} is already a port of ${link.portOf}. Use that.`;
  if (host.links.some(({ name }) => name === bridge))
    return `This host already has a ${bridge}. Choose another name.`;
  if (address === "fixed" && link.cidrs.length === 0)
    return `${device} has no address to move to the bridge. Choose DHCP.`;
  return null;
}

/** What can't be told of what moves. */
export function unsettled(
  { routes, cidrs, name }: HostLink,
  { ipv4, ipv6, nameServers }: Addressing,
): string[] {
  const byDhcp = routes.filter(({ to, via }) => to !== "default" && !via.includes(":"));
  const unnamed = nameServers.length === 0 && cidrs.length > 0 && (ipv4 ?? ipv6) !== null;
  return [
    ...(ipv4 === null && byDhcp.length > 0
      ? [
          `${name} has routes to ${byDhcp.map(({ to }) => to).join(", ")}. With DHCP the bridge has them only if the DHCP server names them.`,
        ]
      : []),
    ...(unnamed
      ? ["Which name servers the host asks could not be told: add them to what is written for the bridge."]
      : []),
  ];
}

function consequences(link: HostLink, bridge: string, host: HostNetworking): string[] {
  const { name, addresses, defaultRoute, carriesYou } = link;
  const whose = host.managerSeen
    ? "configures this host's network"
    : "is the default of this host's distribution";
  return [
    addresses.length === 0
      ? `${name} becomes a port of ${bridge}. The host has no address on it, so no connection is interrupted.`
      : `${name} becomes a port of ${bridge}, and the host's ${addresses.join(" and ")} moves from ${name} to ${bridge}. The host is unreachable on this network for some seconds, or until you undo it if something goes wrong.`,
    ...(carriesYou
      ? [
          `Your connection to Passdeck uses ${name}. Have another way to reach the host, such as its console or its BMC.`,
        ]
      : []),
    ...(defaultRoute && !carriesYou ? ["The host's default route uses it."] : []),
    `The commands are for ${host.manager}, which ${whose}. Run them as root, in this order.`,
  ];
}
