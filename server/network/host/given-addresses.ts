import { ipv4FromHex, ipv6FromHex } from "../../host/network/ip-addresses";
import { plainText } from "../../host/plain-text";

/** Flags of addresses and routes: include/uapi/linux/if_addr.h, route.h and ipv6_route.h. */
const isPermanent = 0x80;
const byGateway = 0x2;
const byAdvertisement = 0x00040000;

/** Unspecified, as next hops of routes without one are. */
const none: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/** A route by a gateway. */
export interface GatewayRoute {
  interface: string;
  /** "default" or a network. */
  to: string;
  via: string;
}

/** IPv6 addresses that last, with their prefix, by "INTERFACE ADDRESS", from /proc/net/if_inet6. */
export function givenIpv6(table: string): Map<string, string> {
  const found = table.split("\n").flatMap((line): [string, string][] => {
    // Address, index, prefix length, scope, flags, name.
    const [hex = "", , length = "", , flags = "", name] = line.trim().split(/\s+/);
    const address = ipv6FromHex(hex);
    if (address === null || !name || (Number.parseInt(flags, 16) & isPermanent) === 0) return [];
    return [[`${plainText(name)} ${address}`, `${address}/${Number.parseInt(length, 16)}`]];
  });
  return new Map(found);
}

/** Routes by a gateway of /proc/net/route and /proc/net/ipv6_route, without those that routers advertise. */
export function routesByGateway(ipv4: string, ipv6: string): GatewayRoute[] {
  return [...ipv4.split("\n").flatMap(ipv4Route), ...ipv6.split("\n").flatMap(ipv6Route)];
}

function ipv4Route(line: string): GatewayRoute[] {
  const [name = "", destination = "", hex = "", flags = "", , , , mask = ""] = line.trim().split(/\s+/);
  const [base, via, netmask] = [destination, hex, mask].map(ipv4FromHex);
  if (base == null || via == null || netmask == null || !hasGateway(flags) || none.has(via)) return [];
  const length = netmask
    .split(".")
    .map((byte) => Number(byte).toString(2).replaceAll("0", "").length)
    .reduce((sum, bits) => sum + bits, 0);
  return [{ interface: plainText(name), to: length === 0 ? "default" : `${base}/${length}`, via }];
}

function ipv6Route(line: string): GatewayRoute[] {
  const [destination = "", length = "", , , hex = "", , , , flags = "", name] = line.trim().split(/\s+/);
  const [base, via] = [destination, hex].map(ipv6FromHex);
  if (!name || base == null || via == null || !hasGateway(flags) || none.has(via)) return [];
  if ((Number.parseInt(flags, 16) & byAdvertisement) !== 0) return [];
  const bits = Number.parseInt(length, 16);
  return [{ interface: plainText(name), to: bits === 0 ? "default" : `${base}/${bits}`, via }];
}

function hasGateway(flags: string): boolean {
  return (Number.parseInt(flags, 16) & byGateway) !== 0;
}
