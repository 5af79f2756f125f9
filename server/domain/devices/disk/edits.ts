import type { Element } from "@xmldom/xmldom";
import { attributeOf, childOf } from "../../../xml/xml";
import { placeOf } from "../../fields/place";
import { putValue } from "../../fields/values";
import { changes, type DeviceEdits } from "../device-edits";
import { ensureScsi, missingScsi } from "../scsi-controller";
import { freeTarget } from "./target";

/** A disk has a name on its bus, and on another bus another name and another place. */
export const diskEdits: DeviceEdits = {
  make: (document, element, { bus }) => {
    if (bus == null) return;
    putValue(element, placeOf("target@dev"), freeTarget(document, bus));
    if (bus === "scsi") ensureScsi(document);
  },
  change: (document, element, change) => {
    const { bus } = change.to;
    if (bus == null || !changes(change, "bus")) return [];
    childOf(element, "target")?.setAttribute("dev", freeTarget(document, bus));
    if (bus === "scsi") ensureScsi(document);
    return [];
  },
  missing: (live, element) => (busOf(element) === "scsi" ? missingScsi(live) : null),
};

function busOf(element: Element): string | null {
  return attributeOf(childOf(element, "target"), "bus");
}
