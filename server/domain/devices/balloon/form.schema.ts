import { choice, number, onOff } from "../../fields/field.schema";
import { atStartOnly, type DeviceForm } from "../device-form.schema";

export const balloon: DeviceForm<"balloon"> = {
  id: "balloon",
  element: "memballoon",
  title: "Memory balloon",
  note: "Returns guest memory to the host and reports memory statistics.",
  icon: "memory",
  name: "model",
  summary: [],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["virtio", ["none", "none"]], { required: true }),
    choice("autodeflate", "Deflate on OOM", "@autodeflate", onOff, {
      rare: true,
    }),
    choice("reporting", "Free page reporting", "@freePageReporting", onOff, { rare: true }),
    number("period", "Statistics period (s)", "stats@period", [1, 3600], { live: true }),
  ],
  fixed: () => "A machine has a balloon unless its model is “none”: choose that instead.",
  hot: atStartOnly,
};
