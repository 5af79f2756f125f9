import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";

/** Ends the session that it is asked for in. */
export const signOut = defineAct({
  name: "session.signOut",
  title: "Sign out",
  input: z.void(),
  output: z.void(),
  objects: onInstallation,
  run({ services, sessionId }) {
    if (sessionId !== null) services.access.signOut(sessionId);
  },
});
