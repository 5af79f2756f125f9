import { choice } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";
import { characterTypes } from "../serial/types.schema";

export const consoleDevice: DeviceForm<"console"> = {
  id: "console",
  element: "console",
  title: "Console",
  note: "The first text console: the serial port, or a virtio console.",
  icon: "terminal",
  name: "target",
  summary: ["type"],
  fields: [
    choice("type", "Type", "@type", characterTypes, {
      required: true,
      owns: ["@tty", "source/*", "protocol"],
    }),
    choice(
      "target",
      "Target type",
      "target@type",
      [
        ["serial", "Serial port"],
        ["virtio", "virtio"],
      ],
      { owns: ["target@port", "target/model", "address"] },
    ),
  ],
  fresh: { type: "pty", target: "virtio" },
  hot: never("consoles can't be plugged into a running VM"),
};
