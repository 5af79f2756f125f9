import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { userSessionSchema } from "../../access/person.schema";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** A user's sessions that are not over. */
export const seeSessions = defineAct({
  name: "people.sessions",
  title: "See a user's sessions",
  input: ofUser,
  output: z.array(userSessionSchema),
  changes: false,
  objects: onInstallation,
  run: ({ services, sessionId }, { userId }) => services.accounts.sessionsOf(userId, sessionId),
});
