import { choice } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";

export const sound: DeviceForm<"sound"> = {
  id: "sound",
  element: "sound",
  title: "Sound card",
  note: "An emulated sound card.",
  icon: "sound",
  name: "model",
  summary: [],
  fields: [
    choice("model", "Model", "@model", ["ich9", "ich6", "ac97", "es1370", "sb16", "usb"], {
      required: true,
      owns: ["codec", "address", "@streams", "driver"],
    }),
  ],
  fresh: { model: "ich9" },
  hot: never("sound cards can't be plugged into a running VM"),
};
