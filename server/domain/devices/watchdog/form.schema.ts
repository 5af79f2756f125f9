import { choice } from "../../fields/field.schema";
import type { DeviceForm } from "../device-form.schema";

export const watchdog: DeviceForm<"watchdog"> = {
  id: "watchdog",
  element: "watchdog",
  title: "Watchdog",
  note: "Acts when the guest's system hangs.",
  icon: "bell",
  name: "model",
  summary: ["action"],
  fields: [
    choice("model", "Model", "@model", ["i6300esb", "itco", "ib700", "diag288"], {
      required: true,
      owns: ["address"],
    }),
    choice(
      "action",
      "Action",
      "@action",
      ["reset", "shutdown", "poweroff", "pause", "none", "dump", "inject-nmi"],
      {
        required: true,
      },
    ),
  ],
  fresh: { model: "i6300esb", action: "reset" },
  hot: ({ model }) =>
    model === "i6300esb" ? null : "only the model i6300esb can be plugged into a running VM",
};
