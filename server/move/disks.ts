import type { Element } from "@xmldom/xmldom";
import { domainOf } from "../domain/edit/domain-root";
import { attributeOf, childOf, childrenOf, parseXml } from "../xml/xml";

/** A disk of a definition, as far as moving its VM goes. Empty drives are none. */
export interface DiskOnTheMove {
  /** "vda" */
  target: string;
  /** How its content is read. */
  format: string;
  /** Media and read-only disks are never written to. */
  readOnly: boolean;
  isMedium: boolean;
  /** null: it is reached over the network, by whichever host. */
  place: { path: string } | { pool: string; volume: string } | null;
}

/** The disks of a VM that have a source (https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms). */
export function disksOnTheMove(xml: string): DiskOnTheMove[] {
  const devices = childOf(domainOf(parseXml(xml)), "devices");
  return childrenOf(devices, "disk").flatMap((disk) => {
    const source = childOf(disk, "source");
    const place = placeOf(attributeOf(disk, "type"), source);
    if (place === undefined) return [];
    const device = attributeOf(disk, "device") ?? "disk";
    const isMedium = device === "cdrom" || device === "floppy";
    return {
      target: attributeOf(childOf(disk, "target"), "dev") ?? "",
      format: attributeOf(childOf(disk, "driver"), "type") ?? "raw",
      readOnly: isMedium || childOf(disk, "readonly") !== null,
      isMedium,
      place,
    };
  });
}

/** undefined of an empty drive. */
function placeOf(type: string | null, source: Element | null): DiskOnTheMove["place"] | undefined {
  if (source === null) return undefined;
  const pool = attributeOf(source, "pool");
  if (pool !== null) return { pool, volume: attributeOf(source, "volume") ?? "" };
  const path = attributeOf(source, "file") ?? attributeOf(source, "dev") ?? attributeOf(source, "dir");
  if (path !== null) return { path };
  return type === "network" ? null : undefined;
}
