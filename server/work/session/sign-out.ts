import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";

/** Ends the session that it is asked for in. */
export const signOut = defineAct({
  name: "session.signOut",
  title: "Sign out",
  input: z.void(),
  /** Where the browser goes to sign out of its provider as well; null: nowhere. */
  output: z.object({ providerAddress: z.string().nullable() }),
  objects: onInstallation,
  async run({ services: { access, singleSignOn }, user, sessionId }) {
    if (user === null || sessionId === null) return { providerAddress: null };
    access.signOut(sessionId);
    return { providerAddress: await singleSignOn.signOutAddress({ id: sessionId, userId: user.id }) };
  },
});
