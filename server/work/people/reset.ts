import { onInstallation } from "../../access/objects-of";
import { joinLinkSchema } from "../../access/person.schema";
import { AppError } from "../../errors";
import { defineAct } from "../act";
import { ofUser } from "./user.schema";

/** Takes a user's password, second factors and sessions; answers a link by which they choose another one. */
export const resetUser = defineAct({
  name: "people.reset",
  title: "Reset a user's password",
  input: ofUser,
  output: joinLinkSchema,
  objects: onInstallation,
  run({ services: { people }, user, tell }, { userId }) {
    tell({ title: `Reset the password of ${people.nameOf(userId)}` });
    if (userId !== user?.id) return people.reset(userId);
    throw new AppError("conflict", {
      userMessage: "This would sign you out, and the link with you. Change your own password in My account.",
    });
  },
});
