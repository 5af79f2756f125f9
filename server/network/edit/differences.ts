import type { Document } from "@xmldom/xmldom";
import type { LiveUpdate } from "./live-update";
import type { NetworkSettings } from "./network-settings.schema";
import { readSettings } from "./read-settings";
import { equal } from "./sync-children";

/** Parts of a network as people call them. */
const parts: readonly (readonly [word: string, read: (settings: NetworkSettings) => unknown])[] = [
  ["the kind", ({ mode }) => mode],
  ["the bridge", ({ bridge }) => bridge],
  ["the network card", ({ device }) => device],
  ["NAT for IPv6", ({ natIpv6 }) => natIpv6],
  ["the MTU", ({ mtu }) => mtu],
  ["the domain", ({ domain }) => domain],
  ["DNS", ({ dns }) => dns],
  ["DNS names", ({ dnsHosts }) => sorted(dnsHosts)],
  ["the IPv4 address", ({ ipv4 }) => place(ipv4)],
  ["the IPv4 DHCP range", ({ ipv4 }) => sorted(ipv4?.ranges)],
  ["IPv4 DHCP reservations", ({ ipv4 }) => sorted(ipv4?.reservations)],
  ["the IPv6 address", ({ ipv6 }) => place(ipv6)],
  ["the IPv6 DHCP range", ({ ipv6 }) => sorted(ipv6?.ranges)],
  ["IPv6 DHCP reservations", ({ ipv6 }) => sorted(ipv6?.reservations)],
];

const partOf: Readonly<Record<LiveUpdate["section"], (update: LiveUpdate, running: Document) => string>> = {
  dhcpHost: (update, running) => `${familyOf(update, running)} DHCP reservations`,
  dhcpRange: (update, running) => `the ${familyOf(update, running)} DHCP range`,
  dnsHost: () => "DNS names",
};

/** What differs between two definitions of a network, in words; the order of a list is no difference. */
export function differences(one: Document, other: Document): string[] {
  const [first, second] = [one.documentElement, other.documentElement];
  if (first === null || second === null) return [];
  const [before, after] = [readSettings(first), readSettings(second)];
  return parts.filter(([, read]) => !equal(read(before), read(after))).map(([word]) => word);
}

/** What live updates are about, in the same words. */
export function updatedParts(updates: readonly LiveUpdate[], running: Document): string[] {
  return [...new Set(updates.map((update) => partOf[update.section](update, running)))];
}

function familyOf({ parentIndex }: LiveUpdate, running: Document): string {
  const ip = running.getElementsByTagName("ip")[parentIndex];
  return ip?.getAttribute("family") === "ipv6" ? "IPv6" : "IPv4";
}

function place(ip: NetworkSettings["ipv4"]): unknown {
  return ip && [ip.address, ip.prefix];
}

function sorted(list: readonly unknown[] | undefined): unknown {
  return list?.map((item) => JSON.stringify(item)).toSorted() ?? [];
}
