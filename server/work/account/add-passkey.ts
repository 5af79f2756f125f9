import * as z from "zod";
import { newCodesSchema } from "../../access/factors/factors.schema";
import { pageAddressOf } from "../../access/factors/page-address";
import { madePasskeySchema, passkeyName } from "../../access/factors/passkey.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Adds a passkey that the browser made of what it was given for the password. */
export const addPasskey = defineAct({
  name: "account.addPasskey",
  title: "Add a passkey",
  input: z.object({ name: passkeyName, passkey: madePasskeySchema }),
  output: newCodesSchema,
  objects: onInstallation,
  async run(context, input) {
    const { accounts, factors } = context.services;
    context.tell({ title: `Added the passkey ${input.name}` });
    const user = accounts.userOf(ownSession(context));
    return { recoveryCodes: await factors.addPasskey(user, input, pageAddressOf(context.pageOrigin)) };
  },
});
