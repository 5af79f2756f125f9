import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { userSessionSchema } from "../../access/person.schema";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** One's own sessions that are not over. */
export const seeOwnSessions = defineAct({
  name: "account.sessions",
  title: "See one's own sessions",
  input: z.void(),
  output: z.array(userSessionSchema),
  changes: false,
  objects: onInstallation,
  run(request) {
    const { id, userId } = ownSession(request);
    return request.services.accounts.sessionsOf(userId, id);
  },
});
