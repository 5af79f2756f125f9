import * as z from "zod";
import { knownPassword, newPassword } from "../../access/credentials.schema";
import { onInstallation } from "../../access/objects-of";
import type { SessionProofs } from "../../access/session";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Changes one's own password; one's other sessions end. The page goes on by what is answered. */
export const changePassword = defineAct({
  name: "account.changePassword",
  title: "Change one's own password",
  input: z.object({ present: knownPassword, password: newPassword }),
  output: z.custom<SessionProofs>(),
  objects: onInstallation,
  run: (request, input) =>
    request.services.accounts.changePassword(ownSession(request), input, {
      address: request.remoteAddress,
      browserMark: request.browserMark,
    }),
});
