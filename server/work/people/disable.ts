import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** Shuts a user out: their sessions, their link and all that is open for them end. */
export const disableUser = defineAct({
  name: "people.disable",
  title: "Disable a user",
  input: ofUser,
  output: z.void(),
  objects: onInstallation,
  run({ services: { people }, tell }, { userId }) {
    tell({ title: `Disabled ${people.nameOf(userId)}` });
    people.disable(userId);
  },
});
