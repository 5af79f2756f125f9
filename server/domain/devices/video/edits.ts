import { childOf } from "../../../xml/xml";
import type { DeviceEdits } from "../device-edits";

/** With another model goes what only the one before could have. */
export const videoEdits: DeviceEdits = {
  change: (_document, element, to) => {
    if (to.model === undefined) return;
    const model = childOf(element, "model");
    for (const name of ["ram", "vram", "vram64", "vgamem"])
      if (to[name] == null) model?.removeAttribute(name);
  },
};
