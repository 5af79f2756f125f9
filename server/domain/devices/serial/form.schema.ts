import { choice, path } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";
import { characterTypes } from "./types.schema";

export const serialPort: DeviceForm<"serial"> = {
  id: "serial",
  element: "serial",
  title: "Serial port",
  note: "A serial console of the guest.",
  icon: "terminal",
  name: "target",
  summary: ["type", "path"],
  fields: [
    choice("type", "Type", "@type", characterTypes, {
      required: true,
      owns: ["@tty", "source/*", "protocol"],
    }),
    path("path", "Path", "source@path", { when: { field: "type", is: ["file", "dev"] }, required: true }),
    choice("target", "Target type", "target@type", ["isa-serial", "pci-serial", "usb-serial"], {
      owns: ["target/model", "target@port", "address"],
    }),
  ],
  fresh: { type: "pty" },
  hot: never("serial ports can't be plugged into a running VM"),
};
