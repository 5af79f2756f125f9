import * as z from "zod";
import { handedBack } from "../../access/factors/factors.schema";
import { pageAddressOf } from "../../access/factors/page-address";
import { passkeyRequestSchema } from "../../access/factors/passkey.schema";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";

/** What a browser signs with a passkey, to sign in by it alone or as the second step. */
export const requestPasskey = defineAct({
  name: "session.passkeyRequest",
  title: "Begin a sign-in by passkey",
  input: z.object({ pending: handedBack.nullable() }),
  output: passkeyRequestSchema,
  changes: false,
  objects: onInstallation,
  run: ({ services: { access }, pageOrigin }, { pending }) =>
    access.passkeyRequest(pending, pageAddressOf(pageOrigin)),
});
