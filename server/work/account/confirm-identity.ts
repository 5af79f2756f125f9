import * as z from "zod";
import { knownPassword } from "../../access/credentials.schema";
import { typedCode } from "../../access/factors/factors.schema";
import { pageAddressOf } from "../../access/factors/page-address";
import { shownPasskeySchema } from "../../access/factors/passkey.schema";
import { wrongCode } from "../../access/factors/second-factors";
import { onInstallation } from "../../access/objects-of";
import { providerAnswerInput } from "../../access/single-sign-on/provider-request.schema";
import { AppError } from "../../errors";
import { defineAct } from "../act";
import type { ActContext } from "../act-context";
import { byPassword, originOf } from "./own-password";
import { ownSession } from "./own-session";

const input = z.discriminatedUnion("by", [
  z.object({ by: z.literal("password"), password: knownPassword }),
  z.object({ by: z.literal("code"), code: typedCode }),
  z.object({ by: z.literal("passkey"), passkey: shownPasskeySchema }),
  providerAnswerInput.extend({ by: z.literal("provider") }),
]);

/** Shows that it is still oneself, so that dangerous acts are let through for a while. */
export const confirmIdentity = defineAct({
  name: "account.confirmIdentity",
  title: "Confirm one's identity",
  input,
  output: z.void(),
  objects: onInstallation,
  async run(context, shown) {
    await show(context, shown);
    context.services.access.confirm(ownSession(context).id);
  },
});

async function show(context: ActContext, shown: z.output<typeof input>): Promise<void> {
  if (shown.by === "password") return void (await byPassword(context, shown.password));
  const { accounts, factors, singleSignOn } = context.services;
  const session = ownSession(context);
  if (shown.by === "provider") return singleSignOn.confirm(session, shown, context.remoteAddress);
  const user = accounts.userOf(session);
  if (shown.by === "code") {
    if ((await factors.takeCode(user, shown.code, originOf(context))) === null) throw wrongCode();
    return;
  }
  const page = pageAddressOf(context.pageOrigin);
  if ((await factors.passkeys.ownerOf("confirm", user.id, shown.passkey, page)) !== null) return;
  throw new AppError("bad-input", {
    userMessage: "This is none of your passkeys, or it took longer than five minutes. Use your password.",
  });
}
