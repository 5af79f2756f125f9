import type { DeviceEdits } from "../device-edits";

/** libvirt repeats the address as an attribute, and refuses two that differ. */
export const screenEdits: DeviceEdits = {
  change: (_document, element, to) => {
    if ("listen" in to || "address" in to || "type" in to) element.removeAttribute("listen");
    if (to.listen === "socket" || to.type === "egl-headless")
      for (const name of ["port", "autoport", "tlsPort"]) element.removeAttribute(name);
  },
};
