import { choice } from "../../fields/field.schema";
import { always, type DeviceForm } from "../device-form.schema";

export const redirection: DeviceForm<"redirection"> = {
  id: "redirection",
  element: "redirdev",
  title: "USB redirection",
  note: "A USB device of the SPICE viewer.",
  icon: "usb",
  name: "type",
  summary: [],
  onlyAsked: true,
  boots: () => null,
  fields: [choice("type", "Type", "@type", [["spicevmc", "SPICE"]], { required: true })],
  fresh: { type: "spicevmc" },
  skeleton: { "@bus": "usb" },
  hot: always,
};
