import type { Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { insertElement, removeElement } from "../../xml/white-space";
import { childrenOf } from "../../xml/xml";
import type { AddressingSettings, DnsHost, KeptAddress } from "./network-settings.schema";
import { readDnsHost, readKept, readRange } from "./read-settings";
import type { ListedElements } from "./sync-children";

/** What DHCP hands out, below `<dhcp>`. */
export const ranges: ListedElements<AddressingSettings["ranges"][number]> = {
  name: "range",
  read: readRange,
  same: (one, other) => one.start === other.start || one.end === other.end,
  plan: ({ start, end }) => ({ name: "range", attributes: { start, end } }),
  write: (element, { start, end }) => setAttributes(element, { start, end }),
};

/** What DHCP keeps for machines, below `<dhcp>`. */
export const keptAddresses: ListedElements<KeptAddress> = {
  name: "host",
  read: readKept,
  same: (one, other) => one.address === other.address || (one.mac !== null && one.mac === other.mac),
  plan: (kept) => ({ name: "host", attributes: withoutNull(attributesOf(kept)) }),
  write: (element, kept) => setAttributes(element, attributesOf(kept)),
};

/** Names that DNS answers with an address, below `<dns>`. */
export const dnsHosts: ListedElements<DnsHost> = {
  name: "host",
  read: readDnsHost,
  same: (one, other) => one.address === other.address,
  plan: ({ address, names }) => ({
    name: "host",
    attributes: { ip: address },
    children: names.map((text) => ({ name: "hostname", text })),
  }),
  write: (element, { names }) => {
    for (const name of childrenOf(element, "hostname")) removeElement(name);
    const { ownerDocument: document } = element;
    if (document === null) return;
    for (const text of names) insertElement(element, buildElement(document, { name: "hostname", text }));
  },
};

function attributesOf({ mac, id, name, address }: KeptAddress) {
  return { mac, id, name, ip: address };
}

function withoutNull(attributes: Readonly<Record<string, string | null>>): Record<string, string> {
  const said = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(said);
}

/** Sets attributes, and takes out those that are null. */
export function setAttributes(element: Element, values: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}
