import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Signs oneself out everywhere, here as well. */
export const endOwnSessions = defineAct({
  name: "account.endSessions",
  title: "Sign out everywhere",
  input: z.void(),
  output: z.void(),
  objects: onInstallation,
  run: (request) => request.services.accounts.endSessions(ownSession(request).userId),
});
