import * as z from "zod";
import { knownPassword } from "../../access/credentials.schema";
import { pageAddressOf } from "../../access/factors/page-address";
import { newPasskeyRequestSchema } from "../../access/factors/passkey.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { byPassword } from "./own-password";

/** What a browser makes a passkey of; nothing is changed yet. */
export const beginPasskey = defineAct({
  name: "account.beginPasskey",
  title: "Begin to add a passkey",
  input: z.object({ password: knownPassword }),
  output: newPasskeyRequestSchema,
  objects: onInstallation,
  async run(context, { password }) {
    const page = pageAddressOf(context.pageOrigin);
    return context.services.factors.passkeys.requestNew(await byPassword(context, password), page);
  },
});
