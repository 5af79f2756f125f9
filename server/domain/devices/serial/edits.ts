import { removeElement } from "../../../xml/white-space";
import { attributeOf, childOf } from "../../../xml/xml";
import { deviceElements } from "../../edit/device-elements";
import type { DeviceEdits } from "../device-edits";

/** Without its console, which is another name of it, libvirt would put the first serial port back. */
export const serialEdits: DeviceEdits = {
  removed: (document) => {
    if (deviceElements(document).some(({ nodeName }) => nodeName === "serial")) return [];
    const names = deviceElements(document).filter(
      (one) => one.nodeName === "console" && attributeOf(childOf(one, "target"), "type") !== "virtio",
    );
    for (const one of names) removeElement(one);
    return names.map(() => "the console, which is another name of it");
  },
};
