import * as z from "zod";
import { knownPassword } from "../../access/credentials.schema";
import { newCodesSchema, typedCode } from "../../access/factors/factors.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { byPasswordAndCode } from "./own-password";

/** Makes ten new recovery codes; those from before stop working. */
export const renewRecoveryCodes = defineAct({
  name: "account.renewRecoveryCodes",
  title: "Make new recovery codes",
  input: z.object({ password: knownPassword, code: typedCode }),
  output: newCodesSchema,
  objects: onInstallation,
  async run(context, input) {
    const user = await byPasswordAndCode(context, input);
    return { recoveryCodes: context.services.factors.renewRecoveryCodes(user) };
  },
});
