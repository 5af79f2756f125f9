import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** Deletes a user with their sessions. What histories and jobs tell of them stays. */
export const deleteUser = defineAct({
  name: "people.delete",
  title: "Delete a user",
  input: ofUser,
  output: z.void(),
  objects: onInstallation,
  run({ services: { people }, tell }, { userId }) {
    tell({ title: `Deleted the user ${people.nameOf(userId)}` });
    people.remove(userId);
  },
});
