import type { Document, Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { isBare, removeElement } from "../../xml/white-space";
import { childOf, childrenOf } from "../../xml/xml";
import { editForward } from "./edit-forward";
import { editIp } from "./edit-ip";
import { dnsHosts, setAttributes } from "./lists";
import { insertInNetwork } from "./network-order";
import type { NetworkSettings } from "./network-settings.schema";
import { readSettings } from "./read-settings";
import { equal, syncChildren } from "./sync-children";

/**
 * Makes a network's definition say `to`. Only what differs from what it says is touched: all else, known to us or not,
 * stays as it is (https://libvirt.org/formatnetwork.html).
 */
export function editNetwork(document: Document, to: NetworkSettings): void {
  const network = document.documentElement;
  if (network === null) return;
  const now = readSettings(network);
  const changed = <Key extends keyof NetworkSettings>(key: Key) => !equal(now[key], to[key]);
  if (changed("mode") || changed("device") || changed("natIpv6")) editForward(document, { now, to });
  if (changed("bridge")) setOn(document, "bridge", { name: to.bridge });
  if (changed("mtu")) setOn(document, "mtu", { size: to.mtu === null ? null : String(to.mtu) });
  if (changed("domain")) editDomain(document, network, to.domain);
  if (changed("dns")) setOn(document, "dns", { enable: to.dns ? null : "no" });
  if (changed("dnsHosts")) {
    const dns = childOf(network, "dns") ?? insertNew(document, network, "dns");
    syncChildren(document, dns, to.dnsHosts, dnsHosts);
    dropSilent(dns);
  }
  for (const family of ["ipv4", "ipv6"] as const) {
    if (changed(family)) editIp(document, network, { family, to: to[family] });
  }
}

/** As for a new network: names that only this host knows are not asked for elsewhere. */
function editDomain(document: Document, network: Element, name: string | null): void {
  const isNew = childOf(network, "domain") === null;
  if (name === null) {
    for (const domain of childrenOf(network, "domain")) removeElement(domain);
  } else setOn(document, "domain", isNew ? { name, localOnly: "yes" } : { name });
}

/** Sets attributes of the network's child of that name, which is made where needed and goes where it says nothing. */
function setOn(document: Document, name: string, attributes: Readonly<Record<string, string | null>>): void {
  const network = document.documentElement;
  if (network === null) return;
  const element = childOf(network, name) ?? insertNew(document, network, name);
  setAttributes(element, attributes);
  dropSilent(element);
}

function insertNew(document: Document, network: Element, name: string): Element {
  const element = buildElement(document, { name });
  insertInNetwork(network, element);
  return element;
}

function dropSilent(element: Element): void {
  if (isBare(element) && element.attributes.length === 0) removeElement(element);
}
