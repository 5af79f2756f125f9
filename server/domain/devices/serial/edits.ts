import { removeElement } from "../../../xml/white-space";
import { attributeOf, childOf } from "../../../xml/xml";
import { deviceElements } from "../../edit/device-elements";
import type { DeviceEdits } from "../device-edits";

/** Without its console, which is another name of it, libvirt would put the first serial port back. */
export const serialEdits: DeviceEdits = {
  remove: (document, element) => {
    const others = deviceElements(document).filter((one) => one.nodeName === "serial" && one !== element);
    if (others.length > 0) return;
    for (const one of deviceElements(document))
      if (one.nodeName === "console" && attributeOf(childOf(one, "target"), "type") !== "virtio")
        removeElement(one);
  },
};
