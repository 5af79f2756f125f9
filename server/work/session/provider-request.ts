import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { providerRequestSchema } from "../../access/single-sign-on/provider-request.schema";
import { defineAct } from "../act";

/** Where a browser goes to sign in by a provider. */
export const requestProvider = defineAct({
  name: "session.providerRequest",
  title: "Begin a sign-in by a provider",
  input: z.object({ next: z.string().max(4096) }),
  output: providerRequestSchema,
  changes: false,
  objects: onInstallation,
  run: ({ services: { singleSignOn }, pageOrigin, remoteAddress }, { next }) =>
    singleSignOn.begin(next, pageOrigin, remoteAddress),
});
