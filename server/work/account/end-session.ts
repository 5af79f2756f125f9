import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Signs oneself out of one browser. */
export const endOwnSession = defineAct({
  name: "account.endSession",
  title: "End one of one's own sessions",
  input: z.object({ sessionId: z.hash("sha256").max(64) }),
  output: z.void(),
  objects: onInstallation,
  run: (request, { sessionId }) =>
    request.services.accounts.endSession(ownSession(request).userId, sessionId),
});
