import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Ends one of one's own API keys, with what is open under it. */
export const revokeOwnKey = defineAct({
  name: "account.revokeKey",
  title: "Revoke an API key",
  input: z.object({ keyId: z.guid() }),
  output: z.void(),
  objects: onInstallation,
  run(request, { keyId }) {
    const name = request.services.keys.revoke(ownSession(request).userId, keyId);
    request.tell({ title: `Revoked the API key ${name}` });
  },
});
