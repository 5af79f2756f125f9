import * as z from "zod";
import { linkToken } from "../../access/credentials.schema";
import { onInstallation } from "../../access/objects-of";
import { roles } from "../../access/role";
import { defineAct } from "../act";

/** Whom a one-time link is for. */
export const seeInvitation = defineAct({
  name: "session.invitation",
  title: "Open a one-time link",
  input: z.object({ token: linkToken }),
  output: z.object({ name: z.string(), role: z.enum(roles) }),
  changes: false,
  objects: onInstallation,
  run({ services }, { token }) {
    const { name, level } = services.accounts.invitedBy(token);
    return { name, role: level };
  },
});
