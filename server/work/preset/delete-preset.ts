import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";

export const deletePreset = defineAct({
  name: "create.deletePreset",
  title: "Delete a preset",
  input: z.object({ id: z.guid() }),
  output: z.void(),
  objects: onInstallation,
  run: ({ services }, { id }) => services.presets.remove(id),
});
