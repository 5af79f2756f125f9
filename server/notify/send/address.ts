import { BlockList, isIP } from "node:net";

/**
 * Addresses that no server of anybody's has, or that clouds answer with secrets of the machine at: unspecified, link-local
 * (169.254.169.254 among them), multicast, and the metadata servers that stand elsewhere.
 */
const never = new BlockList();
never.addSubnet("0.0.0.0", 8, "ipv4");
never.addSubnet("169.254.0.0", 16, "ipv4");
never.addSubnet("224.0.0.0", 3, "ipv4");
// Alibaba Cloud's and Oracle's metadata, by IPv4; AWS's by IPv6.
never.addAddress("100.100.100.200", "ipv4");
never.addAddress("192.0.0.192", "ipv4");
never.addAddress("fd00:ec2::254", "ipv6");
never.addAddress("::", "ipv6");
never.addSubnet("fe80::", 10, "ipv6");
never.addSubnet("ff00::", 8, "ipv6");
// IPv4 within IPv6 by NAT64; what stands as ::ffff:… BlockList knows itself.
never.addSubnet("64:ff9b::a9fe:0", 112, "ipv6");

/**
 * Whether a notification may be sent to an address. Servers in one's own network, and on this machine, are what people have:
 * so it is for an administrator to say which servers there are.
 */
export function mayNotify(address: string): boolean {
  const plain = address.split("%")[0] ?? "";
  const family = isIP(plain);
  return family !== 0 && !never.check(plain, family === 6 ? "ipv6" : "ipv4");
}
