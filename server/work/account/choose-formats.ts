import * as z from "zod";
import { browserLanguage, formatsChoiceSchema, formatsSchema } from "../../access/formats/formats.schema";
import { resolveFormats } from "../../access/formats/resolve-formats.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Chooses how one's pages write dates, times and numbers, in every browser. The page goes on by what is answered. */
export const chooseFormats = defineAct({
  name: "account.chooseFormats",
  title: "Choose one's own formats",
  input: z.object({ choice: formatsChoiceSchema, browser: browserLanguage }),
  output: formatsSchema,
  objects: onInstallation,
  run(request, { choice, browser }) {
    request.services.formats.choose(ownSession(request).userId, choice);
    return resolveFormats(choice, browser);
  },
});
