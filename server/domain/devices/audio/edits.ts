import { removeElement } from "../../../xml/white-space";
import { attributeOf, childOf } from "../../../xml/xml";
import { deviceElements } from "../../edit/device-elements";
import type { DeviceEdits } from "../device-edits";
import { freeNumber } from "../free-number";

/** Sound cards name their backend by its number, and get the one that is left where they name none. */
export const audioEdits: DeviceEdits = {
  make: (document, element) =>
    element.setAttribute("id", freeNumber(document, element, { attribute: "id", first: 1 })),
  removed: (document, element) => {
    const id = attributeOf(element, "id");
    const users = deviceElements(document).flatMap((device) => childOf(device, "audio") ?? []);
    const dangling = users.filter((audio) => attributeOf(audio, "id") === id);
    for (const audio of dangling) removeElement(audio);
    return dangling.map(() => `a sound card's choice of audio backend ${id}`);
  },
};
