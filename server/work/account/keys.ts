import * as z from "zod";
import { apiKeySchema } from "../../access/keys/api-key.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** One's own API keys. */
export const seeOwnKeys = defineAct({
  name: "account.keys",
  title: "See one's own API keys",
  input: z.void(),
  output: z.array(apiKeySchema),
  changes: false,
  objects: onInstallation,
  run: (request) => request.services.keys.of(ownSession(request).userId),
});
