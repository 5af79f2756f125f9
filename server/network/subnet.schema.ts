import ipaddr from "ipaddr.js";

/* The arithmetic of addresses, for both families: plain functions that pages use as well. */

export type AddressFamily = "ipv4" | "ipv6";

/** An address as a number. */
interface NumericAddress {
  family: AddressFamily;
  value: bigint;
}

/** All addresses from the first to the last of a network. */
export interface Subnet {
  family: AddressFamily;
  first: bigint;
  last: bigint;
}

const bitsOf: Readonly<Record<AddressFamily, number>> = { ipv4: 32, ipv6: 128 };

/** Reads "192.0.2.1" or "2001:db8::1"; null of what is no address, or one of a link ("fe80::1%eth0"). */
export function parseAddress(text: string): NumericAddress | null {
  if (text.includes("%")) return null;
  if (ipaddr.IPv4.isValidFourPartDecimal(text))
    return { family: "ipv4", value: joined(ipaddr.IPv4.parse(text)) };
  return ipaddr.IPv6.isValid(text) ? { family: "ipv6", value: joined(ipaddr.IPv6.parse(text)) } : null;
}

/** An address as people write it; IPv6 in the short form of RFC 5952. */
export function formatAddress(family: AddressFamily, value: bigint): string {
  const bytes = Array.from({ length: bitsOf[family] / 8 }, (_, index) =>
    Number((value >> BigInt(8 * index)) & 0xffn),
  );
  return ipaddr.fromByteArray(bytes.reverse()).toString();
}

/** The network that `address` is in with a prefix of this length; null where either is none. */
export function subnetOf(address: string, prefix: number): Subnet | null {
  const parsed = parseAddress(address);
  if (parsed === null || !Number.isInteger(prefix) || prefix < 0 || prefix > bitsOf[parsed.family])
    return null;
  const size = 1n << BigInt(bitsOf[parsed.family] - prefix);
  const first = parsed.value - (parsed.value % size);
  return { family: parsed.family, first, last: first + size - 1n };
}

/** The network of "192.0.2.0/24"; null of what is none. */
export function parseSubnet(text: string): Subnet | null {
  const [address = "", prefix = ""] = text.split("/");
  return /^\d{1,3}$/.test(prefix) ? subnetOf(address, Number(prefix)) : null;
}

/** Whether two networks have an address in common. */
export function overlap(one: Subnet, other: Subnet): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

/** The prefix length of a netmask such as "255.255.255.0"; null of what is none. */
export function prefixOfNetmask(netmask: string): number | null {
  return ipaddr.IPv4.isValidFourPartDecimal(netmask)
    ? ipaddr.IPv4.parse(netmask).prefixLengthFromSubnetMask()
    : null;
}

/**
 * A private IPv4 network of 256 addresses that touches none of `taken`, as its first three numbers: "192.168.100". The
 * range that libvirt's own "default" begins is tried first; null where all of 192.168 is taken.
 */
export function freeIpv4(taken: readonly Subnet[]): string | null {
  for (let step = 0; step < 256; step += 1) {
    const start = `192.168.${(100 + step) % 256}`;
    const subnet = subnetOf(`${start}.0`, 24);
    if (subnet !== null && !taken.some((other) => overlap(subnet, other))) return start;
  }
  return null;
}

/** What DHCP may hand out by the address alone; null where that is none, or leaves no room. */
export function suggestedRange(cidr: string): { start: string; end: string } | null {
  const subnet = parseSubnet(cidr.trim());
  if (subnet === null) return null;
  const { family, first, last } = subnet;
  const [from, to] = family === "ipv4" ? [first + 2n, last - 1n] : [first + 0x100n, first + 0x1ffn];
  if (from > to || to > last) return null;
  return { start: formatAddress(family, from), end: formatAddress(family, to) };
}

function joined(address: ipaddr.IPv4 | ipaddr.IPv6): bigint {
  return address.toByteArray().reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
