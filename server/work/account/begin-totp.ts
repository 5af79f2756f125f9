import * as z from "zod";
import { knownPassword } from "../../access/credentials.schema";
import { totpSetUpSchema } from "../../access/factors/factors.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { byPassword } from "./own-password";

/** Begins to set up an authenticator app: its secret is shown, and nothing is changed yet. */
export const beginTotp = defineAct({
  name: "account.beginTotp",
  title: "Begin to set up an authenticator app",
  input: z.object({ password: knownPassword }),
  output: totpSetUpSchema,
  objects: onInstallation,
  run: async (context, { password }) =>
    context.services.factors.beginTotp(await byPassword(context, password)),
});
