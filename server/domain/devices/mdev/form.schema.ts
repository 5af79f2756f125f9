import { choice, onOff, text, type Values } from "../../fields/field.schema";
import type { DeviceForm } from "../device-form.schema";

/** A mediated device, which a driver of the host carves out of a PCI function (a vGPU). */
export const mediatedDevice: DeviceForm<"mdev"> = {
  id: "mdev",
  element: "hostdev",
  is: { type: ["mdev"] },
  title: "Mediated device",
  note: "A part of a host device, such as a vGPU (mdev).",
  icon: "chip",
  mark: ({ uuid }) => uuid ?? null,
  summary: ["model"],
  onlyAsked: true,
  fields: [
    text("uuid", "UUID", "source/address@uuid", {
      required: true,
      mono: true,
      pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      problem: "A UUID is written as in c2177883-f1bb-47f0-914d-32a22e3a8804 (mdevctl list shows them).",
    }),
    choice("model", "Model", "@model", ["vfio-pci", "vfio-ccw", "vfio-ap"], {
      required: true,
      owns: ["address", "rom"],
    }),
    choice("display", "Display", "@display", onOff, {
      when: { field: "model", is: ["vfio-pci"] },
      note: "Shows its screen in the graphical console.",
    }),
    choice("ramfb", "Boot display (ramfb)", "@ramfb", onOff, {
      when: { field: "display", is: ["on"] },
      rare: true,
    }),
  ],
  fresh: { model: "vfio-pci" },
  skeleton: { "@mode": "subsystem", "@type": "mdev", "@managed": "no" },
  hot: ({ display }: Values) => (display === "on" ? "a display can't be plugged into a running VM" : null),
};
