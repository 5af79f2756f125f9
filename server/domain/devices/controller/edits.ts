import { attributeOf } from "../../../xml/xml";
import type { DeviceEdits } from "../device-edits";
import { freeNumber } from "../free-number";

/** Controllers of a type are numbered. */
export const controllerEdits: DeviceEdits = {
  make: (document, element, { type }) => {
    const numbered = { element: "controller", attribute: "index", first: 0 };
    const index = freeNumber(document, numbered, (other) => attributeOf(other, "type") === type);
    element.setAttribute("index", index);
  },
};
