/** The arithmetic of addresses, for both families: plain functions that pages use as well. */

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

/** Reads "192.0.2.1" or "2001:db8::1"; null of what is no address. */
export function parseAddress(text: string): NumericAddress | null {
  if (text.includes(":")) return parseIpv6(text);
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) {
    return null;
  }
  return { family: "ipv4", value: joined(parts.map(Number), 8n) };
}

/** An address as people write it; IPv6 in the short form of RFC 5952. */
export function formatAddress(family: AddressFamily, value: bigint): string {
  const part = (index: number, width: bigint) => (value >> (BigInt(index) * width)) & ((1n << width) - 1n);
  if (family === "ipv4") return [3, 2, 1, 0].map((index) => part(index, 8n)).join(".");
  const long = [7, 6, 5, 4, 3, 2, 1, 0].map((index) => part(index, 16n).toString(16)).join(":");
  return new URL(`http://[${long}]/`).hostname.slice(1, -1);
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
  const parsed = parseAddress(netmask);
  if (parsed?.family !== "ipv4") return null;
  const bits = parsed.value.toString(2).padStart(32, "0");
  return /^1*0*$/.test(bits) ? bits.replace(/0/g, "").length : null;
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

function parseIpv6(text: string): NumericAddress | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [before = [], after = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - before.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return {
    family: "ipv6",
    value: joined(
      groups.map((group) => Number.parseInt(group, 16)),
      16n,
    ),
  };
}

function joined(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((value, part) => (value << width) | BigInt(part), 0n);
}
