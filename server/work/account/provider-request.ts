import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { providerRequestSchema } from "../../access/single-sign-on/provider-request.schema";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Where the browser of who is signed in goes to show their provider again that it is them. */
export const requestOwnProvider = defineAct({
  name: "account.providerRequest",
  title: "Begin to confirm one's identity by a provider",
  input: z.object({}),
  output: providerRequestSchema,
  changes: false,
  objects: onInstallation,
  run: (context) =>
    context.services.singleSignOn.beginConfirmation(
      ownSession(context),
      context.pageOrigin,
      context.remoteAddress,
    ),
});
