import { choice, size, text } from "../../fields/field.schema";
import { always, type DeviceForm } from "../device-form.schema";

export const sharedMemory: DeviceForm<"shared-memory"> = {
  id: "shared-memory",
  element: "shmem",
  title: "Shared memory",
  note: "Memory shared with the host or another VM, as Looking Glass needs.",
  icon: "memory",
  name: "label",
  summary: ["bytes"],
  fields: [
    text("label", "Name", "@name", {
      required: true,
      pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/,
      problem: "A name has letters, digits, _ . and -",
    }),
    choice("model", "Model", "model@type", ["ivshmem-plain", "ivshmem-doorbell"], {
      owns: ["server", "msi"],
    }),
    size("bytes", "Size", "size", [2 ** 20, 2 ** 40]),
  ],
  fresh: { label: "looking-glass", model: "ivshmem-plain", bytes: String(64 * 2 ** 20) },
  hot: always,
};
