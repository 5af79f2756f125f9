import * as z from "zod";
import { knownPassword } from "../../access/credentials.schema";
import { typedCode } from "../../access/factors/factors.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { byPasswordAndCode } from "./own-password";

/** Takes one's authenticator app away, by one's password and a code. */
export const removeTotp = defineAct({
  name: "account.removeTotp",
  title: "Remove one's authenticator app",
  input: z.object({ password: knownPassword, code: typedCode }),
  output: z.void(),
  objects: onInstallation,
  run: async (context, input) => context.services.factors.removeTotp(await byPasswordAndCode(context, input)),
});
