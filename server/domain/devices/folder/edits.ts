import type { Document } from "@xmldom/xmldom";
import { attributeOf, childOf } from "../../../xml/xml";
import { domainOf } from "../../edit/domain-root";
import { placeOf } from "../../fields/place";
import { putValue } from "../../fields/values";
import { changes, type DeviceEdits } from "../device-edits";

/** virtiofsd maps the guest's memory as well (https://libvirt.org/kbase/virtiofs.html). */
export const folderEdits: DeviceEdits = {
  make: (document, _element, { driver }) => {
    if (driver === "virtiofs" && !isShared(document)) shareMemory(document);
  },
  change: (document, _element, change) => {
    if (changes(change, "driver") && change.to.driver === "virtiofs" && !isShared(document))
      shareMemory(document);
    return [];
  },
  missing: (live) => (isShared(live) ? null : "its memory is not shared yet, which virtiofs needs"),
};

function isShared(document: Document): boolean {
  return attributeOf(childOf(domainOf(document), "memoryBacking", "access"), "mode") === "shared";
}

function shareMemory(document: Document) {
  const domain = domainOf(document);
  const hugepages = childOf(domain, "memoryBacking", "hugepages") !== null;
  if (!hugepages && childOf(domain, "memoryBacking", "source") === null)
    putValue(domain, placeOf("memoryBacking/source@type"), "memfd");
  putValue(domain, placeOf("memoryBacking/access@mode"), "shared");
}
