import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** Lets a disabled user in again. */
export const enableUser = defineAct({
  name: "people.enable",
  title: "Enable a user",
  input: ofUser,
  output: z.void(),
  objects: onInstallation,
  run({ services: { people }, tell }, { userId }) {
    tell({ title: `Enabled ${people.nameOf(userId)}` });
    people.enable(userId);
  },
});
