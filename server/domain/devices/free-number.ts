import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf } from "../../xml/xml";
import { deviceElements } from "../edit/host-devices";

/** The number behind the highest that devices of an element have in an attribute; `first` where none has one. */
export function freeNumber(
  document: Document,
  { element, attribute, first }: { element: string; attribute: string; first: number },
  among: (device: Element) => boolean = () => true,
): string {
  const taken = deviceElements(document)
    .filter((device) => device.nodeName === element && among(device))
    .map((device) => Number(attributeOf(device, attribute)));
  return String(Math.max(first - 1, ...taken) + 1);
}
