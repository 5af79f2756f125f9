import * as z from "zod";
import { signInInput } from "../../access/credentials.schema";
import type { SecondStepNeeded } from "../../access/factors/factors.schema";
import { onInstallation } from "../../access/objects-of";
import type { NewSession } from "../../access/session";
import { defineAct } from "../act";

/** Begins a session, or tells which second step is left to take. How its secret is kept is up to the way on which it was asked for. */
export const signIn = defineAct({
  name: "session.signIn",
  title: "Sign in",
  input: signInInput,
  output: z.custom<NewSession | SecondStepNeeded>(),
  objects: onInstallation,
  async run({ services: { access }, remoteAddress, browserMark, userAgent, sessionId, tell }, input) {
    // A name that is no user's is not kept: people type passwords into the wrong field.
    tell({ who: access.userName(input.name) });
    const session = await access.signIn(input, { address: remoteAddress, browserMark, userAgent });
    if ("pending" in session) {
      tell({ title: "Sign in: the password is right, the second step is left" });
      return session;
    }
    // A directory's user may have had none here before.
    tell({ who: session.user.name });
    // Whatever the caller held before is of no use to anybody from here on.
    if (sessionId !== null) access.signOut(sessionId);
    return session;
  },
});
