import type { Element } from "@xmldom/xmldom";
import { inUnit, sizeOf } from "../../units/memory-size";
import { buildElement } from "../../xml/build-element";
import { insertElement, removeElement } from "../../xml/white-space";
import { attributeOf, childrenOf } from "../../xml/xml";

/** The size of huge pages in bytes, "default" where it is the host's, "several" where nodes differ. */
export function readHugepages(hugepages: Element): string | null {
  const [page, second] = childrenOf(hugepages, "page");
  if (page === undefined) return "default";
  if (second !== undefined || page.hasAttribute("nodeset")) return "several";
  return sizeOf(page, attributeOf(page, "size"))?.toString() ?? null;
}

/** Has `<hugepages>` ask for pages of a size, or of the host's usual one. */
export function writeHugepages(hugepages: Element, value: string): void {
  const document = hugepages.ownerDocument;
  for (const page of childrenOf(hugepages, "page")) removeElement(page);
  if (value === "default" || document === null) return;
  const { value: size } = inUnit(BigInt(value), "KiB");
  insertElement(hugepages, buildElement(document, { name: "page", attributes: { size, unit: "KiB" } }));
}
