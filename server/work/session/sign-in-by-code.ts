import * as z from "zod";
import { handedBack, typedCode } from "../../access/factors/factors.schema";
import { onInstallation } from "../../access/objects-of";
import type { NewSession } from "../../access/session";
import { defineAct } from "../act";

/** Takes the second step of a sign-in by a code, and begins a session. */
export const signInByCode = defineAct({
  name: "session.signInByCode",
  title: "Sign in: second step",
  input: z.object({ pending: handedBack, code: typedCode }),
  output: z.custom<NewSession>(),
  objects: onInstallation,
  async run({ services: { access }, remoteAddress, browserMark, userAgent, sessionId, tell }, input) {
    tell({ who: access.ofPending(input.pending).name });
    const from = { address: remoteAddress, browserMark, userAgent };
    const { session, by } = await access.signInByCode(input, from);
    tell({ title: by === "totp" ? "Signed in, with an app's code" : "Signed in, with a recovery code" });
    // Whatever the caller held before is of no use to anybody from here on.
    if (sessionId !== null) access.signOut(sessionId);
    return session;
  },
});
