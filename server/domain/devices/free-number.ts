import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf } from "../../xml/xml";
import { deviceElements } from "../edit/device-elements";

/**
 * The number for a new device: the one behind the highest that its like have in an attribute; `first` where none has one.
 * @param isLike Whose numbers count, among the devices of the same element.
 */
export function freeNumber(
  document: Document,
  element: Element,
  { attribute, first }: { attribute: string; first: number },
  isLike: (device: Element) => boolean = () => true,
): string {
  const taken = deviceElements(document)
    .filter((device) => device !== element && device.nodeName === element.nodeName && isLike(device))
    .map((device) => Number(attributeOf(device, attribute)));
  return String(Math.max(first - 1, ...taken) + 1);
}
