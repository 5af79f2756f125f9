import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** Ends a user's one-time link. */
export const revokeLink = defineAct({
  name: "people.revokeLink",
  title: "Revoke a user's link",
  input: ofUser,
  output: z.void(),
  objects: onInstallation,
  run({ services: { people }, tell }, { userId }) {
    tell({ title: `Revoked the link of ${people.nameOf(userId)}` });
    people.revokeLink(userId);
  },
});
