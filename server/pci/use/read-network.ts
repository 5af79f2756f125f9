import type { HostFiles, ReadBatch } from "../../host/host-files";
import { addressesByInterface } from "../../host/network/interface-addresses";
import { type FoundRoute, routesOf } from "../../host/network/routes";
import type { HostNetwork } from "../network.schema";
import { type InterfaceFacts, networkOf } from "./interfaces";
import type { Owners } from "./owners";

export const netFolder = "sys/class/net";
export const networkTexts = {
  ipv4Routes: "proc/net/route",
  ipv6Routes: "proc/net/ipv6_route",
  ipv4Trie: "proc/net/fib_trie",
  ipv6Addresses: "proc/net/if_inet6",
} as const;

/** What {@link networkBatch} and {@link networkFactsOf} need read first. */
export const networkFirstBatch = { texts: Object.values(networkTexts), folders: [netFolder] };

/** What {@link networkFactsOf} needs read, once the names in {@link netFolder} are known. */
export function networkBatch(first: HostFiles): Required<Pick<ReadBatch, "links" | "folders">> {
  const places = first.names(netFolder).map((name) => `${netFolder}/${name}`);
  return { links: places, folders: places };
}

export interface NetworkFacts {
  network: HostNetwork;
  /** All interfaces but the loopback, the virtual ones too. */
  interfaces: readonly InterfaceFacts[];
  routes: readonly FoundRoute[];
}

/** The host's interfaces, what they carry and what carries them. */
export function networkFactsOf(first: HostFiles, second: HostFiles, owners: Owners): NetworkFacts {
  const text = (path: string) => first.text(path) ?? "";
  const routes = routesOf(text(networkTexts.ipv4Routes), text(networkTexts.ipv6Routes));
  const addresses = addressesByInterface(
    text(networkTexts.ipv4Trie),
    text(networkTexts.ipv6Addresses),
    routes,
  );
  // The loopback carries nothing that leaves the host; "bonding_masters" is a file and no interface.
  const names = first
    .names(netFolder)
    .filter((name) => name !== "lo" && second.link(`${netFolder}/${name}`) !== null);
  const interfaces = names.map((name): InterfaceFacts => {
    const entries = second.names(`${netFolder}/${name}`);
    return {
      name,
      owners: owners.of(second.link(`${netFolder}/${name}`)),
      lowers: entries
        .filter((entry) => entry.startsWith("lower_"))
        .map((entry) => entry.slice("lower_".length)),
      kind: entries.includes("bridge") ? "bridge" : entries.includes("bonding") ? "bond" : "other",
      addresses: addresses.get(name) ?? [],
    };
  });
  return { network: networkOf(interfaces, routes), interfaces, routes };
}
