import type { Element } from "@xmldom/xmldom";
import { insertElement, insertElementBefore } from "../../xml/white-space";
import { childrenOf } from "../../xml/xml";

/** The order in which libvirt writes a network's children (virNetworkDefFormatBuf); it reads them in any. */
const order = [
  "name",
  "uuid",
  "title",
  "description",
  "metadata",
  "forward",
  "bridge",
  "mtu",
  "mac",
  "domain",
  "dns",
  "vlan",
  "bandwidth",
  "port",
  "ip",
  "route",
  "virtualport",
  "portgroup",
];

/** Inserts a child of `<network>` where libvirt would write it, behind those of its own kind. */
export function insertInNetwork(network: Element, element: Element): void {
  const rank = order.indexOf(element.nodeName);
  const children = childrenOf(network);
  const previous = children.findLast(({ nodeName }) => {
    const other = order.indexOf(nodeName);
    return other >= 0 && other <= rank;
  });
  const [first] = children;
  if (previous === undefined && first !== undefined) insertElementBefore(network, element, first);
  else insertElement(network, element, previous);
}
