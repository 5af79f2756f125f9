import { choice, path } from "../../fields/field.schema";
import { atStartOnly, type DeviceForm } from "../device-form.schema";

export const tpm: DeviceForm<"tpm"> = {
  id: "tpm",
  element: "tpm",
  title: "TPM",
  note: "Windows 11 requires one; emulated by swtpm on the host.",
  icon: "shield",
  name: "model",
  summary: ["backend", "version"],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["tpm-crb", "tpm-tis"], { required: true, owns: ["address"] }),
    choice(
      "backend",
      "Backend",
      "backend@type",
      [
        ["emulator", "Emulated (swtpm)"],
        ["passthrough", "Passthrough of the host's TPM"],
      ],
      { required: true },
    ),
    choice("version", "Version", "backend@version", ["2.0", "1.2"], {
      when: { field: "backend", is: ["emulator"] },
    }),
    path("device", "Host device", "backend/device@path", {
      when: { field: "backend", is: ["passthrough"] },
    }),
  ],
  fresh: { model: "tpm-crb", backend: "emulator", version: "2.0" },
  hot: atStartOnly,
};
