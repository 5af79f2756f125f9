import type { Element } from "@xmldom/xmldom";
import { attributeOf, childOf, childrenOf, textOf } from "../../xml/xml";
import { devicesOf, modeOf, prefixOf } from "../read-network";
import type { AddressFamily } from "../subnet.schema";
import type { AddressingSettings, DnsHost, KeptAddress, NetworkSettings } from "./network-settings.schema";

/** What a network's definition says of all that can be changed. @param network The root of its XML. */
export function readSettings(network: Element): NetworkSettings {
  const forward = childOf(network, "forward");
  const dns = childOf(network, "dns");
  const mtu = attributeOf(childOf(network, "mtu"), "size");
  return {
    mode: modeOf(forward),
    bridge: attributeOf(childOf(network, "bridge"), "name"),
    device: devicesOf(forward)[0] ?? null,
    natIpv6: attributeOf(childOf(forward, "nat"), "ipv6") === "yes",
    mtu: mtu === null ? null : Number(mtu),
    domain: attributeOf(childOf(network, "domain"), "name"),
    dns: attributeOf(dns, "enable") !== "no",
    dnsHosts: childrenOf(dns, "host").map(readDnsHost),
    ipv4: readAddressing(findIp(network, "ipv4"), "ipv4"),
    ipv6: readAddressing(findIp(network, "ipv6"), "ipv6"),
  };
}

/** The first network of a family, which is the one that can be changed. */
export function findIp(network: Element, family: AddressFamily): Element | null {
  return childrenOf(network, "ip").find((ip) => familyOf(ip) === family) ?? null;
}

export function readDnsHost(host: Element): DnsHost {
  const names = childrenOf(host, "hostname").flatMap((name) => textOf(name) ?? []);
  return { address: attributeOf(host, "ip") ?? "", names };
}

export function readRange(range: Element): AddressingSettings["ranges"][number] {
  return { start: attributeOf(range, "start") ?? "", end: attributeOf(range, "end") ?? "" };
}

export function readKept(host: Element): KeptAddress {
  return {
    mac: attributeOf(host, "mac")?.toLowerCase() ?? null,
    id: attributeOf(host, "id"),
    address: attributeOf(host, "ip") ?? "",
    name: attributeOf(host, "name"),
  };
}

function readAddressing(ip: Element | null, family: AddressFamily): AddressingSettings | null {
  if (ip === null) return null;
  const address = attributeOf(ip, "address") ?? "";
  const dhcp = childOf(ip, "dhcp");
  return {
    address,
    prefix: prefixOf(ip, family, address),
    ranges: childrenOf(dhcp, "range").map(readRange),
    reservations: childrenOf(dhcp, "host").map(readKept),
  };
}

function familyOf(ip: Element): AddressFamily {
  return attributeOf(ip, "family") === "ipv6" ? "ipv6" : "ipv4";
}
