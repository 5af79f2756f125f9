import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** Signs a user out of one browser. */
export const endSession = defineAct({
  name: "people.endSession",
  title: "End a user's session",
  input: ofUser.extend({ sessionId: z.hash("sha256").max(64) }),
  output: z.void(),
  objects: onInstallation,
  run({ services: { accounts, people }, tell }, { userId, sessionId }) {
    tell({ title: `Ended a session of ${people.nameOf(userId)}` });
    accounts.endSession(userId, sessionId);
  },
});
