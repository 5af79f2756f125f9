import type { HostFiles } from "../../host/host-files";
import { linkedPath, type TreeEntry } from "../../host/tree-entries";
import type { NetworkInterface } from "../network.schema";
import { interfaceAttributes, netFolder } from "../use/interface-stack";
import type { InterfaceFacts } from "../use/interfaces";
import { type NetworkFacts, networkTexts } from "../use/read-network";
import { documentedNetwork } from "./documented-network";
import { classEntries, fileEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/** Not the number of what they hang on: that is told by what is below them. */
const capturedAttributes = interfaceAttributes.filter((name) => name !== "iflink");

/**
 * The interfaces that PCI devices carry and what is stacked on them. Addresses and networks are others: those that
 * are set aside for documentation (RFC 5737, RFC 3849).
 */
export function networkEntries(facts: NetworkFacts, files: HostFiles, names: Pseudonyms): TreeEntry[] {
  const carried = facts.network.interfaces;
  const kinds = new Map(facts.interfaces.map(({ name, kind }) => [name, kind]));
  return [
    ...carried.flatMap((one) => interfaceEntries(one, kinds.get(one.name) ?? "other", files, names)),
    ...(facts.isUnknown ? [] : tableEntries(facts, names)),
  ];
}

function tableEntries({ network, routes, otherDefaults }: NetworkFacts, names: Pseudonyms): TreeEntry[] {
  const tables = documentedNetwork(network.interfaces, routes, otherDefaults);
  return [
    ...fileEntry(networkTexts.ipv4Routes, names.text(tables.ipv4Routes)),
    ...fileEntry(networkTexts.ipv6Routes, names.text(tables.ipv6Routes)),
    ...fileEntry(networkTexts.ipv4Trie, tables.ipv4Trie),
    ...fileEntry(networkTexts.ipv6Addresses, names.text(tables.ipv6Addresses)),
  ];
}

/** What is below it stands in its folder, also where the kernel has no link for it. */
function interfaceEntries(
  { name, lowers }: NetworkInterface,
  kind: InterfaceFacts["kind"],
  files: HostFiles,
  names: Pseudonyms,
): TreeEntry[] {
  const path = `${netFolder}/${name}`;
  const rewrite = (text: string) => names.text(text);
  const place = linkedPath(rewrite(path), rewrite(files.link(path) ?? ""));
  const folders = { bridge: ["bridge"], bond: ["bonding"], other: [] }[kind];
  const marks = files.names(path).filter((entry) => entry === "tun_flags");
  const entries = [...folders, ...marks, ...lowers.map((lower) => `lower_${rewrite(lower)}`)];
  return [
    ...classEntries(path, capturedAttributes, files, rewrite),
    ...entries.map((entry): TreeEntry => ({ kind: "folder", path: `${place}/${entry}` })),
  ];
}
