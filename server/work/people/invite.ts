import * as z from "zod";
import { userName } from "../../access/credentials.schema";
import { onInstallation } from "../../access/objects-of";
import { joinLinkSchema } from "../../access/person.schema";
import { roles } from "../../access/role";
import { defineAct } from "../act";

/** Adds a user; answers a link by which they choose their password. */
export const inviteUser = defineAct({
  name: "people.invite",
  title: "Invite a user",
  input: z.object({ name: userName, role: z.enum(roles) }),
  output: joinLinkSchema,
  objects: onInstallation,
  run({ services, tell }, input) {
    tell({ title: `Invited ${input.name} as ${input.role}` });
    return services.people.invite(input);
  },
});
