import * as z from "zod";
import { factorsSchema } from "../../access/factors/factors.schema";
import { onInstallation } from "../../access/objects-of";
import { usersProviderSchema } from "../../access/single-sign-on/provider-request.schema";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** What one has beside one's password, and whose password that is. */
export const seeOwnFactors = defineAct({
  name: "account.factors",
  title: "See one's own second factors",
  input: z.void(),
  output: factorsSchema.extend({
    /** null of who has a password of this Passdeck. */
    provider: usersProviderSchema.nullable(),
  }),
  changes: false,
  objects: onInstallation,
  run(request) {
    const session = ownSession(request);
    const { factors, singleSignOn } = request.services;
    return { ...factors.of(session.userId), provider: singleSignOn.providerOf(session) };
  },
});
