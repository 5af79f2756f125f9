import type { Document } from "@xmldom/xmldom";
import { attributeOf, childOf } from "../../../xml/xml";
import { deviceElements } from "../../edit/device-elements";

/** How Linux names disks of each bus; SCSI, SATA and USB share one row of names. */
const prefixes: Readonly<Record<string, string>> = { virtio: "vd", ide: "hd", fdc: "fd" };

/** The first name for a disk on a bus that no disk of the VM has. */
export function freeTarget(document: Document, bus: string): string {
  const used = deviceElements(document).map((device) => attributeOf(childOf(device, "target"), "dev"));
  const prefix = prefixes[bus] ?? "sd";
  let number = 0;
  while (used.includes(prefix + letters(number))) number += 1;
  return prefix + letters(number);
}

/** 0 is "a", 25 "z", 26 "aa". */
function letters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}
