import * as z from "zod";
import { formatsChoiceSchema } from "../../access/formats/formats.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Which formats one has chosen. */
export const seeOwnFormats = defineAct({
  name: "account.formats",
  title: "See one's own formats",
  input: z.void(),
  output: formatsChoiceSchema,
  changes: false,
  objects: onInstallation,
  run: (request) => request.services.formats.of(ownSession(request).userId),
});
