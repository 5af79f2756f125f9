import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { vmSpecificationSchema } from "../../create/vm-specification.schema";
import { defineAct } from "../act";
import { storedPresetSchema } from "./preset-store";

/** Keeps a specification for new VMs under a name. */
export const savePreset = defineAct({
  name: "create.savePreset",
  title: "Save a preset",
  input: z.strictObject({
    name: z.string().trim().min(1, "A preset needs a name.").max(80),
    note: z.string().max(500),
    specification: vmSpecificationSchema,
  }),
  output: storedPresetSchema,
  objects: onInstallation,
  run: ({ services, by }, preset) => services.presets.add({ ...preset, createdBy: by }),
});
