import { choice, number, path } from "../../fields/field.schema";
import { always, type DeviceForm } from "../device-form.schema";

export const randomness: DeviceForm<"rng"> = {
  id: "rng",
  element: "rng",
  title: "RNG",
  note: "A virtio random number generator.",
  icon: "dice",
  name: "backend",
  summary: ["path"],
  fields: [
    choice(
      "backend",
      "Backend",
      "backend@model",
      [
        ["random", "host device"],
        ["builtin", "built into QEMU"],
      ],
      { required: true, owns: ["backend/*", "backend@type"] },
    ),
    path("path", "Host device", "backend", { when: { field: "backend", is: ["random"] } }),
    number("bytes", "Rate: bytes", "rate@bytes", [1, 1e9], { rare: true }),
    number("period", "Rate: period (ms)", "rate@period", [1, 1e9], { rare: true }),
  ],
  fresh: { backend: "random", path: "/dev/urandom" },
  skeleton: { "@model": "virtio" },
  hot: always,
};
