import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import type { NewSession } from "../../access/session";
import { providerAnswerInput } from "../../access/single-sign-on/provider-request.schema";
import { defineAct } from "../act";

/** Begins a session of who comes back from a provider. */
export const signInByProvider = defineAct({
  name: "session.signInByProvider",
  title: "Sign in by a provider",
  input: providerAnswerInput,
  output: z.custom<{ session: NewSession; next: string }>(),
  objects: onInstallation,
  async run(
    { services: { access, singleSignOn }, remoteAddress: address, userAgent, sessionId, tell },
    input,
  ) {
    tell({ title: `Sign in by ${singleSignOn.label ?? "a provider"}` });
    const begun = await singleSignOn.finish(input, { address, userAgent }, (who) => tell({ who }));
    // Whatever the caller held before is of no use to anybody from here on.
    if (sessionId !== null) access.signOut(sessionId);
    return begun;
  },
});
