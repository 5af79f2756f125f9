import { choice } from "../../fields/field.schema";
import { atStartOnly, type DeviceForm } from "../device-form.schema";

export const smartCard: DeviceForm<"smart-card"> = {
  id: "smart-card",
  element: "smartcard",
  title: "Smart card",
  note: "A smart card reader.",
  icon: "box",
  name: "mode",
  summary: [],
  most: 1,
  fields: [
    choice(
      "mode",
      "Mode",
      "@mode",
      [
        ["passthrough", "passthrough from the SPICE viewer"],
        ["host", "host"],
      ],
      { required: true, owns: ["source", "protocol", "certificate", "database"] },
    ),
    choice("type", "Type", "@type", [["spicevmc", "SPICE"]], {
      when: { field: "mode", is: ["passthrough"] },
    }),
  ],
  fresh: { mode: "passthrough", type: "spicevmc" },
  hot: atStartOnly,
};
