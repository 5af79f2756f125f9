import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";

/** Takes the image catalogue over that stands at the configured address. */
export const refreshCatalogue = defineAct({
  name: "create.refreshCatalogue",
  title: "Refresh the image catalogue",
  input: z.strictObject({}),
  output: z.void(),
  objects: onInstallation,
  run: ({ services }) => services.catalogue.refresh(),
});
