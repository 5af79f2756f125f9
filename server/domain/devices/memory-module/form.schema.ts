import { choice, number, size } from "../../fields/field.schema";
import { always, type DeviceForm } from "../device-form.schema";

export const memoryModule: DeviceForm<"memory-module"> = {
  id: "memory-module",
  element: "memory",
  title: "Memory module",
  note: "Hot-pluggable memory; the VM needs maxMemory and a guest NUMA node.",
  icon: "memory",
  name: "model",
  summary: ["bytes"],
  fields: [
    choice("model", "Model", "@model", ["dimm", "virtio-mem", "nvdimm"], {
      required: true,
      owns: ["source", "uuid", "target/*", "address"],
    }),
    size("bytes", "Size", "target/size", [2 ** 20, 2 ** 46], { required: true }),
    number("node", "Guest NUMA node", "target/node", [0, 127]),
  ],
  fresh: { model: "dimm", bytes: String(2 ** 30), node: "0" },
  hot: always,
};
