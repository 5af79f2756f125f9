import { attributeOf } from "../../../xml/xml";
import type { DeviceEdits } from "../device-edits";
import { dropAcceleration, dropSpiceCompanions } from "./companions";

export const screenEdits: DeviceEdits = {
  /** libvirt repeats the address as an attribute, and refuses two that differ. */
  change: (document, element, { now, to }) => {
    if ("listen" in to || "address" in to || "type" in to) element.removeAttribute("listen");
    if (to.listen === "socket" || to.type === "egl-headless")
      for (const name of ["port", "autoport", "tlsPort"]) element.removeAttribute(name);
    return [
      ...(now.type === "spice" ? dropSpiceCompanions(document) : []),
      ...("type" in to || "gl" in to ? dropAcceleration(document) : []),
    ];
  },
  removed: (document, element) => [
    ...(attributeOf(element, "type") === "spice" ? dropSpiceCompanions(document) : []),
    ...dropAcceleration(document),
  ],
};
