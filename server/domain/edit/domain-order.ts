import type { Document, Element } from "@xmldom/xmldom";
import { insertElement, insertElementBefore } from "../../xml/white-space";
import { childrenOf } from "../../xml/xml";
import { domainOf } from "./domain-root";

/** The order in which libvirt writes a domain's children (virDomainDefFormatInternal); it reads them in any. */
const order = [
  "name",
  "uuid",
  "genid",
  "title",
  "description",
  "metadata",
  "maxMemory",
  "memory",
  "currentMemory",
  "blkiotune",
  "memtune",
  "memoryBacking",
  "vcpu",
  "vcpus",
  "iothreads",
  "iothreadids",
  "defaultiothread",
  "cputune",
  "numatune",
  "resource",
  "sysinfo",
  "bootloader",
  "bootloader_args",
  "os",
  "idmap",
  "features",
  "cpu",
  "clock",
  "on_poweroff",
  "on_reboot",
  "on_crash",
  "pm",
  "perf",
  "devices",
  "seclabel",
];

/** Inserts a child of the domain where libvirt would write it; one that is not in its list comes last. */
export function insertInOrder(document: Document, element: Element) {
  const domain = domainOf(document);
  const rank = order.indexOf(element.nodeName);
  if (rank < 0) return insertElement(domain, element);
  const children = childrenOf(domain);
  const previous = children.findLast(({ nodeName }) => {
    const other = order.indexOf(nodeName);
    return other >= 0 && other < rank;
  });
  const first = children[0];
  if (previous === undefined && first !== undefined) insertElementBefore(domain, element, first);
  else insertElement(domain, element, previous);
}
