import * as z from "zod";
import { knownPassword } from "../../access/credentials.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { byPassword } from "./own-password";

/** Takes one of one's passkeys away, by one's password. */
export const removePasskey = defineAct({
  name: "account.removePasskey",
  title: "Remove a passkey",
  input: z.object({ password: knownPassword, id: z.string().max(1400) }),
  output: z.void(),
  objects: onInstallation,
  async run(context, { password, id }) {
    const user = await byPassword(context, password);
    const passkey = context.services.factors.of(user.id).passkeys.find((one) => one.id === id);
    if (passkey !== undefined) context.tell({ title: `Removed the passkey ${passkey.name}` });
    context.services.factors.removePasskey(user, id);
  },
});
