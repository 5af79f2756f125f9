import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** Signs a user out everywhere. */
export const endSessions = defineAct({
  name: "people.endSessions",
  title: "End all sessions of a user",
  input: ofUser,
  output: z.void(),
  objects: onInstallation,
  run({ services: { accounts, people }, tell }, { userId }) {
    tell({ title: `Signed out ${people.nameOf(userId)} everywhere` });
    accounts.endSessions(userId);
  },
});
