import * as z from "zod";
import { factorsSchema } from "../../access/factors/factors.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** What one has beside one's password. */
export const seeOwnFactors = defineAct({
  name: "account.factors",
  title: "See one's own second factors",
  input: z.void(),
  output: factorsSchema,
  changes: false,
  objects: onInstallation,
  run: (request) => request.services.factors.of(ownSession(request).userId),
});
