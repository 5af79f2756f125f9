import { choice, onOff, path } from "../../fields/field.schema";
import type { DeviceForm } from "../device-form.schema";
import { grabKeyIds, grabKeyWords } from "./grab-keys.schema";

export const input: DeviceForm<"input"> = {
  id: "input",
  element: "input",
  title: "Input",
  note: "A pointer or keyboard. A tablet follows the viewer's pointer.",
  icon: "keyboard",
  name: "type",
  summary: ["bus", "device"],
  fields: [
    choice(
      "type",
      "Device",
      "@type",
      ["tablet", "mouse", "keyboard", ["evdev", "evdev: input device of the host"]],
      { required: true, owns: ["source/*"] },
    ),
    choice("bus", "Bus", "@bus", ["usb", "virtio", ["ps2", "PS/2"]], {
      owns: ["address", "driver", "@model"],
      when: { field: "type", is: ["tablet", "mouse", "keyboard"] },
    }),
    path("device", "Host device", "source@dev", {
      when: { field: "type", is: ["evdev"] },
      required: true,
      note: "As in /dev/input/by-id/…-event-kbd.",
    }),
    choice("grab", "Grab", "source@grab", ["all"], {
      when: { field: "type", is: ["evdev"] },
    }),
    choice(
      "toggle",
      "Grab keys",
      "source@grabToggle",
      grabKeyIds.map((id) => [id, grabKeyWords[id]] as const),
      {
        when: { field: "type", is: ["evdev"] },
        note: "Pressed together, they switch between host and VM. libvirt 7.4 and newer; default: both Ctrl keys.",
      },
    ),
    choice("repeat", "Key repeat", "source@repeat", onOff, {
      when: { field: "type", is: ["evdev"] },
      rare: true,
    }),
  ],
  fresh: { type: "tablet", bus: "usb" },
  fixed: ({ bus }) => (bus === "ps2" ? "The machine itself has it." : null),
  hot: ({ bus }) =>
    bus === "usb" || bus === "virtio" ? null : "only USB and virtio input devices can be plugged",
};
