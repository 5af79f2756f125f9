import ipaddr from "ipaddr.js";

/** "192.168.1.20/24" as installers ask for it: the address, and the netmask. */
export function addressParts(address: string): { address: string; netmask: string } {
  const [ip, prefix] = ipaddr.IPv4.parseCIDR(address);
  return { address: ip.toString(), netmask: ipaddr.IPv4.subnetMaskFromPrefixLength(prefix).toString() };
}
