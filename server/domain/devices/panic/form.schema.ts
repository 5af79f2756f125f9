import { choice } from "../../fields/field.schema";
import { atStartOnly, type DeviceForm } from "../device-form.schema";

export const panic: DeviceForm<"panic"> = {
  id: "panic",
  element: "panic",
  title: "Panic notifier",
  note: "Tells libvirt when the guest's kernel panics.",
  icon: "box",
  name: "model",
  summary: [],
  fields: [
    choice("model", "Model", "@model", ["isa", "hyperv", ["pvpanic", "pvpanic (libvirt 9.1 and later)"]], {
      required: true,
      owns: ["address"],
    }),
  ],
  fresh: { model: "isa" },
  hot: atStartOnly,
};
