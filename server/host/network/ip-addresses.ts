import { BlockList, isIPv4, isIPv6 } from "node:net";

/** An IPv4 address as /proc/net/route writes it: hexadecimal, in the byte order of the CPU, which is little-endian. */
export function ipv4FromHex(hex: string): string | null {
  if (!/^[0-9A-F]{8}$/i.test(hex)) return null;
  return [6, 4, 2, 0].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)).join(".");
}

/** An IPv6 address as /proc/net writes it: 32 hexadecimal digits. Answers in the short form of RFC 5952. */
export function ipv6FromHex(hex: string): string | null {
  if (!/^[0-9a-f]{32}$/i.test(hex)) return null;
  return shortIpv6(hex.match(/.{4}/g)?.join(":") ?? "");
}

/**
 * An address as it is compared: without zone ("%eth0"), IPv4 out of its IPv6 wrapping ("::ffff:192.0.2.1"), IPv6 in
 * its short form; null of what is no address.
 */
export function plainAddress(address: string): string | null {
  const bare = address.split("%", 1)[0]?.toLowerCase() ?? "";
  const wrapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1] ?? bare;
  if (isIPv4(wrapped)) return wrapped;
  return isIPv6(wrapped) ? shortIpv6(wrapped) : null;
}

export function isLoopback(address: string): boolean {
  return address === "::1" || /^127\./.test(address);
}

/** Addresses that every interface that is up has: they tell nothing of its being used. */
export function isLinkLocal(address: string): boolean {
  return /^fe[89ab]/.test(address) || address.startsWith("169.254.");
}

/** Whether an address is in a network written as "192.0.2.0/24". */
export function isWithin(address: string, network: string): boolean {
  const [base = "", length = ""] = network.split("/");
  const family = isIPv4(address) ? "ipv4" : "ipv6";
  if (family !== (isIPv4(base) ? "ipv4" : "ipv6")) return false;
  const list = new BlockList();
  list.addSubnet(base, Number(length), family);
  return list.check(address, family);
}

function shortIpv6(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}
