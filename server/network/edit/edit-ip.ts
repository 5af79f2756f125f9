import type { Document, Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { insertElement, isBare, removeElement } from "../../xml/white-space";
import { attributeOf, childOf } from "../../xml/xml";
import { prefixOf } from "../read-network";
import type { AddressFamily } from "../subnet.schema";
import { keptAddresses, ranges, setAttributes } from "./lists";
import { insertInNetwork } from "./network-order";
import type { AddressingSettings } from "./network-settings.schema";
import { findIp } from "./read-settings";
import { syncChildren } from "./sync-children";

/** Changes the network of a family, makes it, or takes it out with all that it has. */
export function editIp(
  document: Document,
  network: Element,
  { family, to }: { family: AddressFamily; to: AddressingSettings | null },
): void {
  const found = findIp(network, family);
  if (to === null) {
    if (found !== null) removeElement(found);
    return;
  }
  const ip = found ?? buildElement(document, { name: "ip", attributes: { family } });
  if (found === null) insertInNetwork(network, ip);
  const [address, prefix] = [attributeOf(ip, "address"), String(to.prefix)];
  if (address === null || String(prefixOf(ip, family, address)) !== prefix) {
    setAttributes(ip, { netmask: null, address: to.address, prefix });
  } else if (address !== to.address) setAttributes(ip, { address: to.address });
  editDhcp(document, ip, to);
}

function editDhcp(document: Document, ip: Element, to: AddressingSettings): void {
  const found = childOf(ip, "dhcp");
  if (found === null && to.ranges.length + to.reservations.length === 0) return;
  const dhcp = found ?? buildElement(document, { name: "dhcp" });
  if (found === null) insertElement(ip, dhcp);
  syncChildren(document, dhcp, to.ranges, ranges);
  syncChildren(document, dhcp, to.reservations, keptAddresses);
  if (isBare(dhcp)) removeElement(dhcp);
}
