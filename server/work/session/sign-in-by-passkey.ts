import * as z from "zod";
import { handedBack } from "../../access/factors/factors.schema";
import { pageAddressOf } from "../../access/factors/page-address";
import { shownPasskeySchema } from "../../access/factors/passkey.schema";
import { onInstallation } from "../../access/objects-of";
import type { NewSession } from "../../access/session";
import { defineAct } from "../act";

/** Begins a session by a passkey, alone or after a right password. */
export const signInByPasskey = defineAct({
  name: "session.signInByPasskey",
  title: "Sign in by passkey",
  input: z.object({ pending: handedBack.nullable(), passkey: shownPasskeySchema }),
  output: z.custom<NewSession>(),
  objects: onInstallation,
  async run(context, input) {
    const { remoteAddress, browserMark, userAgent, pageOrigin, sessionId, tell } = context;
    const { access } = context.services;
    const from = { address: remoteAddress, browserMark, userAgent };
    const session = await access.signInByPasskey(input, from, pageAddressOf(pageOrigin));
    tell({ who: session.user.name, title: "Signed in, by passkey" });
    // Whatever the caller held before is of no use to anybody from here on.
    if (sessionId !== null) access.signOut(sessionId);
    return session;
  },
});
