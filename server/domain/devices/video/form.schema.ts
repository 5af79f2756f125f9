import { choice, number, yesNo } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";

export const video: DeviceForm<"video"> = {
  id: "video",
  element: "video",
  title: "Video",
  note: "The graphics card that QEMU emulates.",
  icon: "monitor",
  name: "model",
  summary: ["accel3d", "heads"],
  fields: [
    choice(
      "model",
      "Model",
      "model@type",
      ["virtio", "qxl", "vga", "bochs", "cirrus", "ramfb", ["none", "none: no emulated video"]],
      { required: true, owns: ["model@ram", "model@vram64", "model@vgamem", "model/resolution", "address"] },
    ),
    choice("accel3d", "3D acceleration", "model/acceleration@accel3d", yesNo, {
      when: { field: "model", is: ["virtio"] },
    }),
    number("heads", "Heads", "model@heads", [1, 16], { rare: true }),
    number("vram", "Video memory (KiB)", "model@vram", [1, 1_048_576], {
      when: { field: "model", is: ["qxl", "vga", "bochs", "cirrus", "ramfb"] },
      rare: true,
    }),
    choice("primary", "Primary", "model@primary", yesNo, { rare: true }),
  ],
  fresh: { model: "virtio" },
  hot: never("graphics and video can't be plugged into a running VM"),
};
