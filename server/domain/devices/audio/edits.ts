import type { DeviceEdits } from "../device-edits";
import { freeNumber } from "../free-number";

/** Sound cards name their backend by its number. */
export const audioEdits: DeviceEdits = {
  make: (document, element) =>
    element.setAttribute("id", freeNumber(document, element, { attribute: "id", first: 1 })),
};
