import { BlockList, isIP } from "node:net";
import { type NetworkInterfaceInfo, networkInterfaces } from "node:os";

/**
 * Addresses that are none of the Internet's, by the registries of special-purpose addresses (RFC 6890 and IANA's list of
 * IPv4 since).
 */
const specialIpv4 = blockList("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
]);

/** The Internet's part of IPv6, and what in it stands for something else: Teredo and others, documentation, 6to4. */
const globalIpv6 = blockList("ipv6", [["2000::", 3]]);
const specialIpv6 = blockList("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

/** Whether an address is one of the Internet's: none of this machine, of a private network, or of a special purpose. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !specialIpv4.check(address, "ipv4");
  return family === 6 && globalIpv6.check(address, "ipv6") && !specialIpv6.check(address, "ipv6");
}

/**
 * Whether an address is one of the Internet's, beyond the networks that this machine is on: what has a public address
 * may be a neighbour all the same.
 */
export function isInternetAddress(
  address: string,
  interfaces: NodeJS.Dict<Pick<NetworkInterfaceInfo, "cidr">[]> = networkInterfaces(),
): boolean {
  if (!isPublicAddress(address)) return false;
  const networks = Object.values(interfaces).flatMap((addresses) => addresses ?? []);
  return !networks.some(({ cidr }) => cidr !== null && isInside(address, cidr));
}

/** @param network "192.0.2.7/24": an interface's address, with the length of its network's prefix. */
function isInside(address: string, network: string): boolean {
  const [base = "", length] = network.split("/");
  if (isIP(base) === 0 || isIP(base) !== isIP(address)) return false;
  const family = isIP(base) === 6 ? "ipv6" : "ipv4";
  return blockList(family, [[base, Number(length)]]).check(address, family);
}

function blockList(family: "ipv4" | "ipv6", networks: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [network, length] of networks) list.addSubnet(network, length, family);
  return list;
}
