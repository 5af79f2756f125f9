import type { Element } from "@xmldom/xmldom";
import { attributeOf } from "../../../xml/xml";
import type { DeviceEdits } from "../device-edits";
import { freeNumber } from "../free-number";

/** Controllers of a type are numbered. */
export const controllerEdits: DeviceEdits = {
  make: (document, element, { type }) => {
    const isLike = (other: Element) => attributeOf(other, "type") === type;
    element.setAttribute("index", freeNumber(document, element, { attribute: "index", first: 0 }, isLike));
  },
};
