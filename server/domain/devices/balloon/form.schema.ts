import { choice, number, onOff } from "../../fields/field.schema";
import { atStartOnly, type DeviceForm } from "../device-form.schema";

const ofVirtio = { when: { field: "model", is: ["virtio"] } };

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
    choice("model", "Model", "@model", ["virtio", ["none", "none"]], {
      required: true,
      owns: ["driver", "address"],
    }),
    choice("autodeflate", "Deflate on OOM", "@autodeflate", onOff, { ...ofVirtio, rare: true }),
    choice("reporting", "Free page reporting", "@freePageReporting", onOff, { ...ofVirtio, rare: true }),
    number("period", "Statistics period (s)", "stats@period", [1, 3600], { ...ofVirtio, live: true }),
  ],
  fixed: () => "A machine has a balloon unless its model is “none”: choose that instead.",
  hot: atStartOnly,
};
