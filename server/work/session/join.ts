import * as z from "zod";
import { linkToken, newPassword } from "../../access/credentials.schema";
import { onInstallation } from "../../access/objects-of";
import type { NewSession } from "../../access/session";
import { defineAct } from "../act";

/** Takes a password from who has a one-time link, and begins a session. How its secret is kept is up to the way on which it was asked for. */
export const join = defineAct({
  name: "session.join",
  title: "Choose a password by a one-time link",
  input: z.object({ token: linkToken, password: newPassword }),
  output: z.custom<NewSession>(),
  objects: onInstallation,
  async run({ services: { access, accounts }, remoteAddress: address, userAgent, sessionId, tell }, input) {
    tell({ who: accounts.invitedBy(input.token).name });
    const session = await accounts.join(input, { address, userAgent });
    // Whatever the caller held before is of no use to anybody from here on.
    if (sessionId !== null) access.signOut(sessionId);
    return session;
  },
});
