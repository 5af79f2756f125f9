import type { Document, Element } from "@xmldom/xmldom";
import { removeElement } from "../../../xml/white-space";
import { attributeOf, childOf } from "../../../xml/xml";
import { deviceElements } from "../../edit/device-elements";
import { changes, type DeviceEdits, type ValueChange } from "../device-edits";
import { freeNumber } from "../free-number";
import { companionsOf, makeCompanions, refuseCompanion, takesCompanions } from "./companions";

/** Controllers of a type are numbered; those of USB 2 come with companions for USB 1. */
export const controllerEdits: DeviceEdits = {
  make: (document, element, values) => {
    renumber(document, element, values.type ?? null);
    if (takesCompanions(values)) makeCompanions(document, element);
  },
  refuse: (document, element, change) => {
    if (isAnother(change)) refuseCompanion(document, element);
  },
  change: (document, element, change) => {
    const { now, to } = change;
    if (!isAnother(change)) return [];
    const gone = [...dropCompanions(document, element), ...dropPlaces(document, element, now.type ?? null)];
    if (changes(change, "type")) renumber(document, element, to.type ?? null);
    if (takesCompanions({ ...now, ...to })) makeCompanions(document, element);
    return gone;
  },
  removed: (document, element) =>
    attributeOf(element, "type") === "usb" ? dropCompanions(document, element) : [],
};

function isAnother(change: ValueChange): boolean {
  return changes(change, "type") || changes(change, "model");
}

function renumber(document: Document, element: Element, type: string | null): void {
  const isLike = (other: Element) => attributeOf(other, "type") === type;
  element.setAttribute("index", freeNumber(document, element, { attribute: "index", first: 0 }, isLike));
}

function dropCompanions(document: Document, element: Element): string[] {
  const companions = companionsOf(document, element);
  for (const companion of companions) removeElement(companion);
  return companions.map((companion) => `its companion ${attributeOf(companion, "model")}`);
}

/** Where the devices of a USB controller are plugged in, and it itself: another one has other ports. */
function dropPlaces(document: Document, element: Element, type: string | null): string[] {
  if (type !== "usb") return [];
  const bus = attributeOf(element, "index") ?? "0";
  const places = [element, ...deviceElements(document)].flatMap((device) => {
    const address = childOf(device, "address");
    const isPlace =
      device === element ||
      (attributeOf(address, "type") === "usb" && (attributeOf(address, "bus") ?? "0") === bus);
    return address !== null && isPlace ? [address] : [];
  });
  for (const address of new Set(places)) removeElement(address);
  return places.length === 0 ? [] : ["the places of the USB controller and its devices"];
}
