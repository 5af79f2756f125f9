import { choice, text } from "../../fields/field.schema";
import type { DeviceForm } from "../device-form.schema";
import { sourceFields } from "../disk/source.schema";

/** CD and floppy drives; without a source they are empty. */
export const drive: DeviceForm<"drive"> = {
  id: "drive",
  element: "disk",
  is: { device: ["cdrom", "floppy"] },
  title: "CD/DVD drive",
  note: "A drive with an ISO image, or empty.",
  icon: "disc",
  mark: ({ target }) => target ?? null,
  unique: { by: ["bus"] },
  summary: ["bus", "file", "dev", "volume"],
  onlyAsked: true,
  boots: ({ device }) => (device === "floppy" ? "fd" : "cdrom"),
  fields: [
    text("target", "Target", "target@dev", { fixed: true }),
    choice(
      "device",
      "Drive type",
      "@device",
      [
        ["cdrom", "CD or DVD"],
        ["floppy", "Floppy"],
      ],
      { required: true },
    ),
    ...sourceFields({ live: true }, "with an empty drive"),
    choice("bus", "Bus", "target@bus", ["sata", "scsi", "usb", "ide", ["fdc", "fdc (floppies)"]], {
      required: true,
    }),
  ],
  fresh: { device: "cdrom", type: "file", bus: "sata" },
  skeleton: { "driver@name": "qemu", "driver@type": "raw", "readonly!": "yes" },
  hot: () => "drives can't be plugged into a running VM; the disc can be changed",
};
