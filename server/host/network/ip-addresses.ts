import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An IPv4 address as /proc/net/route writes it: hexadecimal, in the byte order of the CPU, which is little-endian. */
export function ipv4FromHex(hex: string): string | null {
  if (!/^[0-9a-f]{8}$/i.test(hex)) return null;
  return ipaddr.fromByteArray([...Buffer.from(hex, "hex").reverse()]).toString();
}

/** An IPv6 address as /proc/net writes it: 32 hexadecimal digits. Answers in the short form of RFC 5952. */
export function ipv6FromHex(hex: string): string | null {
  if (!/^[0-9a-f]{32}$/i.test(hex)) return null;
  return ipaddr.fromByteArray([...Buffer.from(hex, "hex")]).toString();
}

/**
 * An address as it is compared: without zone ("%eth0"), IPv4 out of its IPv6 wrapping ("::ffff:192.0.2.1"), IPv6 in
 * its short form; null of what is no address.
 */
export function plainAddress(address: string): string | null {
  return parse(address)?.toString() ?? null;
}

export function isLoopback(address: string): boolean {
  return parse(address)?.range() === "loopback";
}

/** Addresses, and networks of them, that every interface that is up has: they tell nothing of its being used. */
export function isLinkLocal(addressOrNetwork: string): boolean {
  const [address = ""] = addressOrNetwork.split("/", 1);
  return parse(address)?.range() === "linkLocal";
}

/** Whether an address is in a network written as "192.0.2.0/24". */
export function isWithin(address: string, network: string): boolean {
  const [base = "", length = ""] = network.split("/");
  const [one, other] = [parse(address), parse(base)];
  return one !== null && other !== null && one.kind() === other.kind() && one.match(other, Number(length));
}

function parse(address: string): Address | null {
  const [bare = ""] = address.split("%", 1);
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  return ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : null;
}
