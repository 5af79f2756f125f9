import * as z from "zod";
import { handedBack, newCodesSchema, typedCode } from "../../access/factors/factors.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Turns one's authenticator app on by its first code. */
export const confirmTotp = defineAct({
  name: "account.confirmTotp",
  title: "Add an authenticator app",
  input: z.object({ setUp: handedBack, code: typedCode }),
  output: newCodesSchema,
  objects: onInstallation,
  run(context, input) {
    const { accounts, factors } = context.services;
    return { recoveryCodes: factors.confirmTotp(accounts.userOf(ownSession(context)), input) };
  },
});
