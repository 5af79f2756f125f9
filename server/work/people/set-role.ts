import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { roles } from "../../access/role";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** Gives a user another role, by which their open pages go at once. */
export const setRole = defineAct({
  name: "people.setRole",
  title: "Change a user's role",
  input: ofUser.extend({ role: z.enum(roles) }),
  output: z.void(),
  objects: onInstallation,
  run({ services: { people }, tell }, { userId, role }) {
    tell({ title: `Made ${people.nameOf(userId)} ${role}` });
    people.setRole(userId, role);
  },
});
