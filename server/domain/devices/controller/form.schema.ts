import { choice, number, text } from "../../fields/field.schema";
import type { DeviceForm } from "../device-form.schema";

/** What only the driver of one model knows of. */
const ofModel = ["@ports", "@vectors", "driver", "master", "model", "target"];

export const controller: DeviceForm<"controller"> = {
  id: "controller",
  element: "controller",
  title: "Controller",
  note: "A bus controller that other devices are connected to.",
  icon: "box",
  mark: ({ type, index }) => [type, index].filter((part) => part != null).join(" ") || null,
  summary: ["model"],
  last: true,
  fields: [
    choice("type", "Type", "@type", ["usb", "scsi", "sata", "ide", "virtio-serial", "pci", "ccid"], {
      required: true,
      owns: ["@model", ...ofModel],
    }),
    text("model", "Model", "@model", {
      pattern: /^[a-z0-9-]{1,40}$/,
      problem: "A model is one word, as in qemu-xhci or virtio-scsi.",
      note: "qemu-xhci for USB 3, virtio-scsi for SCSI, pcie-root-port for PCI.",
      owns: ofModel,
    }),
    text("index", "Index", "@index", { fixed: true }),
    number("ports", "Ports", "@ports", [1, 255], { when: { field: "type", is: ["usb", "virtio-serial"] } }),
    number("iothread", "I/O thread", "driver@iothread", [1, 64], { when: { field: "type", is: ["scsi"] } }),
    number("queues", "Queues", "driver@queues", [1, 256], { when: { field: "type", is: ["scsi"] } }),
  ],
  fresh: { type: "scsi", model: "virtio-scsi" },
  fixed: ({ type }) => (type === "pci" ? "Other devices are behind it." : null),
  hot: ({ type }) => (type === "scsi" ? null : "only SCSI controllers can be plugged into a running VM"),
};
