import type { Element } from "@xmldom/xmldom";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../xml/xml";
import {
  type NetworkAddressing,
  type NetworkMode,
  type NetworkSummary,
  networkModes,
} from "./network.schema";
import { prefixOfNetmask } from "./subnet.schema";

/** What a network's XML tells. */
export type NetworkDefinition = Omit<
  NetworkSummary,
  "uuid" | "active" | "autostart" | "persistent" | "waiting" | "unreadable"
>;

/** Reads a network's XML (https://libvirt.org/formatnetwork.html). Unknown elements are passed over. */
export function readNetwork(xml: string): NetworkDefinition {
  const network = parseXml(xml).documentElement;
  const forward = childOf(network, "forward");
  return {
    name: textOf(childOf(network, "name")) ?? "",
    mode: modeOf(forward),
    bridge: attributeOf(childOf(network, "bridge"), "name"),
    devices: devicesOf(forward),
    ips: childrenOf(network, "ip").map(readAddressing),
    domain: attributeOf(childOf(network, "domain"), "name"),
    dns: attributeOf(childOf(network, "dns"), "enable") !== "no",
  };
}

/** A `<forward>` without a mode is NAT, by libvirt's own default. */
export function modeOf(forward: Element | null): NetworkMode {
  if (forward === null) return "isolated";
  const written = attributeOf(forward, "mode") ?? "nat";
  return networkModes.find((mode) => mode === written) ?? "open";
}

/** libvirt writes the first one twice: as an attribute and as an element. */
export function devicesOf(forward: Element | null): string[] {
  const elements = [...childrenOf(forward, "interface"), ...childrenOf(forward, "pf")];
  const named = [forward, ...elements].flatMap((element) => attributeOf(element, "dev") ?? []);
  return [...new Set(named)];
}

function readAddressing(ip: Element): NetworkAddressing {
  const address = attributeOf(ip, "address") ?? "";
  const family = attributeOf(ip, "family") === "ipv6" ? "ipv6" : "ipv4";
  const dhcp = childOf(ip, "dhcp");
  return {
    family,
    address,
    prefix: prefixOf(ip, family, address),
    ranges: childrenOf(dhcp, "range").map((range) => ({
      start: attributeOf(range, "start") ?? "",
      end: attributeOf(range, "end") ?? "",
    })),
    reservations: childrenOf(dhcp, "host").map((host) => ({
      mac: attributeOf(host, "mac"),
      name: attributeOf(host, "name"),
      address: attributeOf(host, "ip") ?? "",
    })),
  };
}

/** Where neither prefix nor netmask stand, libvirt goes by the address's class, as before 1993. */
export function prefixOf(ip: Element, family: NetworkAddressing["family"], address: string): number {
  const prefix = attributeOf(ip, "prefix");
  if (prefix !== null) return Number(prefix);
  const netmask = attributeOf(ip, "netmask");
  if (netmask !== null) return prefixOfNetmask(netmask) ?? 24;
  if (family === "ipv6") return 64;
  const first = Number(address.split(".", 1)[0]);
  if (first < 128) return 8;
  return first < 192 ? 16 : 24;
}
