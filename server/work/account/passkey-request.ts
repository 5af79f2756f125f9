import * as z from "zod";
import { pageAddressOf } from "../../access/factors/page-address";
import { passkeyRequestSchema } from "../../access/factors/passkey.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** What a browser signs with a passkey to confirm that it is still oneself. */
export const requestOwnPasskey = defineAct({
  name: "account.passkeyRequest",
  title: "Begin to confirm one's identity by passkey",
  input: z.object({}),
  output: passkeyRequestSchema,
  changes: false,
  objects: onInstallation,
  run(context) {
    const { factors } = context.services;
    return factors.passkeys.request("confirm", ownSession(context).userId, pageAddressOf(context.pageOrigin));
  },
});
