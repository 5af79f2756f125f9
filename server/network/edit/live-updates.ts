import { type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import type { Connection } from "../../libvirt/connection";
import { networkUpdateFlags } from "../../libvirt/protocol/constants.gen";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import type { NetworkHandle } from "../load-networks";
import { type LiveUpdate, updateCommands, updateSections } from "./live-update";
import { findIp, readSettings } from "./read-settings";

/**
 * What has a running network follow its edited definition, as far as libvirt can: DHCP's ranges and kept addresses of a
 * network whose address stays, and DNS names where DNS is on. What is taken out comes first, since libvirt refuses a
 * second entry for the same machine.
 */
export function liveUpdates(running: Document, edited: Document): LiveUpdate[] {
  const [from, to] = [running.documentElement, edited.documentElement];
  if (from === null || to === null) return [];
  const inDhcp = (["ipv4", "ipv6"] as const).flatMap((family) => {
    const [before, after] = [findIp(from, family), findIp(to, family)];
    if (before === null || after === null || !isSamePlace(from, to, family)) return [];
    const parentIndex = childrenOf(from, "ip").indexOf(before);
    const [old, next] = [childOf(before, "dhcp"), childOf(after, "dhcp")];
    return [
      ...changesOf("dhcpHost", parentIndex, [old, next], "host"),
      ...changesOf("dhcpRange", parentIndex, [old, next], "range"),
    ];
  });
  const dns = [childOf(from, "dns"), childOf(to, "dns")] as const;
  const hasDns = dns.every((element) => attributeOf(element, "enable") !== "no");
  const all = [...inDhcp, ...(hasDns ? changesOf("dnsHost", -1, dns, "host") : [])];
  return [...all.filter(({ act }) => act === "remove"), ...all.filter(({ act }) => act === "add")];
}

/** The host has the same address there. */
function isSamePlace(from: Element, to: Element, family: "ipv4" | "ipv6"): boolean {
  const [before, after] = [readSettings(from)[family], readSettings(to)[family]];
  return before?.address === after?.address && before?.prefix === after?.prefix;
}

function changesOf(
  section: LiveUpdate["section"],
  parentIndex: number,
  [before, after]: readonly [Element | null, Element | null],
  name: string,
): LiveUpdate[] {
  const [old, next] = [textsOf(before, name), textsOf(after, name)];
  const update = (act: LiveUpdate["act"]) => (xml: string) => ({ act, section, parentIndex, xml });
  return [
    ...old.filter((xml) => !next.includes(xml)).map(update("remove")),
    ...next.filter((xml) => !old.includes(xml)).map(update("add")),
  ];
}

function textsOf(parent: Element | null, name: string): string[] {
  const writer = new XMLSerializer();
  return childrenOf(parent, name).map((element) => writer.serializeToString(element).replace(/>\s+</g, "><"));
}

/** Does them in order. Where one is refused, those before it are taken back, and the refusal is thrown. */
export async function updateLive(
  connection: Connection,
  net: NetworkHandle,
  updates: readonly LiveUpdate[],
): Promise<void> {
  const done: LiveUpdate[] = [];
  try {
    for (const update of updates) {
      await send(connection, net, update);
      done.unshift(update);
    }
  } catch (error) {
    for (const { act, ...update } of done) {
      await send(connection, net, { ...update, act: act === "add" ? "remove" : "add" });
    }
    throw error;
  }
}

async function send(
  connection: Connection,
  net: NetworkHandle,
  { act, section, parentIndex, xml }: LiveUpdate,
): Promise<void> {
  await connection.call("network_update", {
    net,
    command: updateCommands[act],
    section: updateSections[section],
    parentIndex,
    xml,
    flags: networkUpdateFlags.AFFECT_LIVE,
  });
}
