import { isIPv4 } from "node:net";
import { isLinkLocal } from "../../host/network/ip-addresses";
import { type FoundRoute, isDefault } from "../../host/network/routes";
import type { NetworkInterface } from "../network.schema";

/** The four tables in /proc/net that tell addresses and routes. */
export interface NetworkTables {
  ipv4Routes: string;
  ipv6Routes: string;
  ipv4Trie: string;
  ipv6Addresses: string;
}

/** Eight addresses to a network, so that each range for documentation (RFC 5737) holds 32 of them. */
const ipv4Ranges = ["192.0.2", "198.51.100", "203.0.113"];
const networksInRange = 32;
const mostInNetwork = 6;

/**
 * Tables as the kernel would write them for a host of the same shape, in addresses for documentation: each interface
 * has a network of its own, its addresses are numbered, and the default route is where it was.
 * @param otherDefaults Other routing tables that have a default route, by number.
 */
export function documentedNetwork(
  interfaces: readonly NetworkInterface[],
  routes: readonly FoundRoute[],
  otherDefaults: readonly string[],
): NetworkTables {
  const defaults = routes.filter((route) => isDefault(route));
  const goesOut = (name: string, destination: string) =>
    defaults.some((route) => route.interface === name && route.destination === destination);
  const parts = interfaces.map(({ name, addresses }, index) => ({
    name,
    ipv4: ipv4NetworkOf(index),
    ipv6: index + 1,
    ipv4Count: Math.min(addresses.filter(isIPv4).length, mostInNetwork),
    ipv6Count: addresses.filter((address) => !isIPv4(address) && !isLinkLocal(address)).length,
    linkLocalCount: addresses.filter((address) => !isIPv4(address) && isLinkLocal(address)).length,
  }));
  const ipv4Parts = parts.filter(({ ipv4, ipv4Count }) => ipv4 !== null && ipv4Count > 0);
  return {
    ipv4Routes: [
      "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n",
      ...parts
        .filter(({ name }) => goesOut(name, "0.0.0.0/0"))
        .map(({ name }) => `${name}\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\n`),
      ...ipv4Parts.map(
        ({ name, ipv4 }) => `${name}\t${hexOf(ipv4 ?? [])}\t00000000\t0001\t0\t0\t0\tF8FFFFFF\n`,
      ),
    ].join(""),
    ipv4Trie: [
      ...ipv4Parts
        .flatMap(({ ipv4, ipv4Count }) => numbers(ipv4Count).map((host) => addressIn(ipv4 ?? [], host)))
        .map((address) => `|-- ${address}\n   /32 host LOCAL\n`),
      ...otherDefaults.map((table) => `Id ${table}:\n  |-- 0.0.0.0\n     /0 universe UNICAST\n`),
    ].join(""),
    ipv6Routes: parts
      .filter(({ name }) => goesOut(name, "::/0"))
      .map(
        ({ name }) =>
          `${zeros} 00 ${zeros} 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003 ${name}\n`,
      )
      .join(""),
    ipv6Addresses: parts
      .flatMap(({ name, ipv6, ipv6Count, linkLocalCount }) => [
        ...numbers(ipv6Count).map((host) => `20010db8${hex(ipv6, 8)}${hex(host, 16)} 02 40 00 80 ${name}\n`),
        ...numbers(linkLocalCount).map((host) => `fe80${hex(0, 12)}${hex(host, 16)} 02 40 20 80 ${name}\n`),
      ])
      .join(""),
  };
}

/** The address that {@link documentedNetwork} gives an interface first; null where it has none. */
export function documentedAddress(interfaces: readonly NetworkInterface[], name: string): string | null {
  const index = interfaces.findIndex((one) => one.name === name);
  const { addresses = [] } = interfaces[index] ?? {};
  const network = ipv4NetworkOf(index);
  if (network !== null && addresses.some((address) => isIPv4(address))) return addressIn(network, 1);
  const hasIpv6 = addresses.some((address) => !isIPv4(address) && !isLinkLocal(address));
  return hasIpv6 ? `2001:db8:0:${hex(index + 1, 1)}::1` : null;
}

const zeros = "0".repeat(32);

/** The first three bytes and the last of a network of eight addresses; null where the ranges are used up. */
function ipv4NetworkOf(index: number): number[] | null {
  const range = ipv4Ranges[Math.floor(index / networksInRange)];
  return range === undefined ? null : [...range.split(".").map(Number), (index % networksInRange) * 8];
}

function addressIn(network: readonly number[], host: number): string {
  return network.map((byte, position) => (position === 3 ? byte + host : byte)).join(".");
}

/** Little-endian, as /proc/net/route has it. */
function hexOf(bytes: readonly number[]): string {
  return [...bytes]
    .reverse()
    .map((byte) => hex(byte, 2))
    .join("")
    .toUpperCase();
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}

/** 1 to `count`. */
function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
