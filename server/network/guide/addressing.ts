import { isLinkLocal, isWithin } from "../../host/network/ip-addresses";
import type { HostLink, HostNetworking } from "../host/host-network.schema";
import type { BridgeRequest } from "./bridge-guide.schema";

/** What of one family moves from a device to its bridge. */
export interface FamilyAddressing {
  /** "192.168.1.5/24" */
  cidrs: string[];
  gateway: string | null;
  /** The gateway is in none of the prefixes, as hosting providers have it. */
  onLink: boolean;
  /** Other routes by a gateway. */
  routes: { to: string; via: string }[];
}

/** What of the host's own moves from a device to its bridge. */
export interface Addressing {
  /** null: by DHCP. */
  ipv4: FamilyAddressing | null;
  /** null: by router advertisements and DHCP alone. */
  ipv6: FamilyAddressing | null;
  /** Beside the given ones it has IPv6 addresses of router advertisements. */
  automaticIpv6: boolean;
  nameServers: string[];
  searchDomains: string[];
}

/** IPv6 is what it is now, IPv4 as it is wished. */
export function addressingOf(
  link: HostLink,
  wish: BridgeRequest["address"],
  { nameServers, searchDomains }: HostNetworking,
): Addressing {
  const ipv4 = wish === "fixed" ? familyOf(link, isIpv4) : null;
  const ipv6 = link.cidrs.some(isIpv6) ? familyOf(link, isIpv6) : null;
  return {
    ipv4,
    ipv6,
    automaticIpv6: link.automaticIpv6,
    nameServers: nameServers.filter((server) => (isIpv4(server) ? ipv4 !== null : (ipv4 ?? ipv6) !== null)),
    searchDomains: ipv4 === null ? [] : searchDomains,
  };
}

function familyOf({ cidrs, routes }: HostLink, isOne: (text: string) => boolean): FamilyAddressing {
  const own = cidrs.filter(isOne);
  const ways = routes.filter(({ via }) => isOne(via));
  const gateway = ways.find(({ to }) => to === "default")?.via ?? null;
  return {
    cidrs: own,
    gateway,
    onLink: gateway !== null && !isLinkLocal(gateway) && !own.some((cidr) => isWithin(gateway, cidr)),
    routes: ways.filter(({ to }) => to !== "default"),
  };
}

export function isIpv4(address: string): boolean {
  return !isIpv6(address);
}

export function isIpv6(address: string): boolean {
  return address.includes(":");
}
