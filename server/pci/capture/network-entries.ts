import type { HostFiles } from "../../host/host-files";
import { linkedPath, type TreeEntry } from "../../host/tree-entries";
import { type NetworkFacts, netFolder, networkTexts } from "../use/read-network";
import { documentedNetwork } from "./documented-network";
import { classEntries, fileEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/**
 * The interfaces that PCI devices carry and what is stacked on them. Addresses and networks are others: those that
 * are set aside for documentation (RFC 5737, RFC 3849).
 */
export function networkEntries(facts: NetworkFacts, files: HostFiles, names: Pseudonyms): TreeEntry[] {
  const carried = facts.network.interfaces;
  const tables = documentedNetwork(carried, facts.routes);
  return [
    ...carried.flatMap(({ name, lowers }) => interfaceEntries(name, lowers, files, names)),
    ...fileEntry(networkTexts.ipv4Routes, names.text(tables.ipv4Routes)),
    ...fileEntry(networkTexts.ipv6Routes, names.text(tables.ipv6Routes)),
    ...fileEntry(networkTexts.ipv4Trie, tables.ipv4Trie),
    ...fileEntry(networkTexts.ipv6Addresses, names.text(tables.ipv6Addresses)),
  ];
}

function interfaceEntries(
  name: string,
  lowers: readonly string[],
  files: HostFiles,
  names: Pseudonyms,
): TreeEntry[] {
  const path = `${netFolder}/${name}`;
  const rewrite = (text: string) => names.text(text);
  const place = linkedPath(rewrite(path), rewrite(files.link(path) ?? ""));
  const kinds = files.names(path).filter((entry) => entry === "bridge" || entry === "bonding");
  const entries = [...kinds, ...lowers.map((lower) => `lower_${rewrite(lower)}`)];
  return [
    ...classEntries(path, [], files, rewrite),
    ...entries.map((entry): TreeEntry => ({ kind: "folder", path: `${place}/${entry}` })),
  ];
}
