import type { HostFiles, ReadBatch } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import { addressesByInterface } from "../../host/network/interface-addresses";
import { type FoundRoute, routesOf, tablesWithDefault } from "../../host/network/routes";
import type { HostNetwork } from "../network.schema";
import {
  interfaceAttributes,
  isRoutingDomain,
  isTunnel,
  isVirtual,
  lowersOf,
  netFolder,
  pppoeSessions,
  type SysfsInterface,
  sysfsInterface,
} from "./interface-stack";
import type { InterfaceFacts } from "./interfaces";
import { networkOf } from "./network-of";
import { datapaths, openVswitchFiles } from "./open-vswitch";
import type { Owners } from "./owners";

export const networkTexts = {
  ipv4Routes: "proc/net/route",
  ipv6Routes: "proc/net/ipv6_route",
  ipv4Trie: "proc/net/fib_trie",
  ipv6Addresses: "proc/net/if_inet6",
} as const;

/** What {@link networkBatch} and {@link networkFactsOf} need read first. */
export const networkFirstBatch = {
  texts: [...Object.values(networkTexts), pppoeSessions],
  folders: [netFolder],
};

/** What {@link networkFactsOf} needs read, once the names in {@link netFolder} are known. */
export function networkBatch(first: HostFiles): Required<Pick<ReadBatch, "links" | "folders" | "texts">> {
  const places = first.names(netFolder).map((name) => `${netFolder}/${name}`);
  return {
    links: places,
    folders: places,
    texts: places.flatMap((place) => interfaceAttributes.map((name) => `${place}/${name}`)),
  };
}

/** Open vSwitch's database, of a host that has one of its datapaths; null where it is not there or can't be read. */
export async function readOpenVswitch(tree: HostTree, first: HostFiles): Promise<string | null> {
  if (!datapaths.some((name) => first.names(netFolder).includes(name))) return null;
  for (const file of openVswitchFiles) {
    // One that is too large, or that may not be read, costs only the names of its bridges.
    const text = await tree.readText(file).catch(() => null);
    if (text !== null) return text;
  }
  return null;
}

export interface NetworkFacts {
  network: HostNetwork;
  /** All interfaces but the loopback, the virtual ones too. */
  interfaces: readonly InterfaceFacts[];
  routes: readonly FoundRoute[];
  /** Other routing tables that have a default route, of which the kernel does not tell the interface: "100". */
  otherDefaults: readonly string[];
  /** None of the tables of addresses and routes could be read. */
  isUnknown: boolean;
  /** Of those of IPv4, which every host has, the first that could not be read: "/proc/net/route". */
  unread: string | null;
}

/**
 * The host's interfaces, what they carry and what carries them.
 * @param openVswitch What {@link readOpenVswitch} gave.
 */
export function networkFactsOf(
  first: HostFiles,
  second: HostFiles,
  openVswitch: string | null,
  owners: Owners,
): NetworkFacts {
  const text = (path: string) => first.text(path) ?? "";
  const routes = routesOf(text(networkTexts.ipv4Routes), text(networkTexts.ipv6Routes));
  const addresses = addressesByInterface(
    text(networkTexts.ipv4Trie),
    text(networkTexts.ipv6Addresses),
    routes,
  );
  // The loopback carries nothing that leaves the host; "bonding_masters" is a file and no interface.
  const found = first
    .names(netFolder)
    .filter((name) => name !== "lo" && second.link(`${netFolder}/${name}`) !== null)
    .map((name) => sysfsInterface(name, second));
  const lowers = lowersOf(found, { pppoe: text(pppoeSessions), openVswitch });
  const interfaces = found.map((one): InterfaceFacts => {
    const below = lowers.get(one.name) ?? [];
    const kind = kindOf(one, below);
    return {
      name: one.name,
      owners: owners.of(one.link),
      lowers: below,
      kind,
      isSwitch: kind === "bridge" || (kind === "other" && isDialled(one)),
      isVirtual: isVirtual(one),
      isTunnel: isTunnel(one),
      isRoutingDomain: isRoutingDomain(one),
      isDown: one.isDown,
      addresses: addresses.get(one.name) ?? [],
    };
  });
  const isUnknown = Object.values(networkTexts).every((path) => first.text(path) === null);
  const otherDefaults = tablesWithDefault(text(networkTexts.ipv4Trie));
  const needed = [networkTexts.ipv4Routes, networkTexts.ipv4Trie];
  const unread = needed.find((path) => first.text(path) === null);
  const network = networkOf(interfaces, routes);
  return {
    network,
    interfaces,
    routes,
    otherDefaults,
    isUnknown,
    unread: unread === undefined ? null : `/${unread}`,
  };
}

/** sysfs has a folder for the kernel's bridges and bonds. What else has ports below it that it does not link is Open vSwitch's. */
function kindOf(one: SysfsInterface, lowers: readonly string[]): InterfaceFacts["kind"] {
  if (one.entries.includes("bonding")) return "bond";
  if (one.entries.includes("bridge")) return "bridge";
  const isLinked = one.entries.some((entry) => entry.startsWith("lower_"));
  return lowers.length > 1 && !isLinked && !isDialled(one) ? "bridge" : "other";
}

/** Nothing tells which of several PPPoE sessions an interface is. */
function isDialled({ type }: SysfsInterface): boolean {
  return type === "512";
}
