import { madeKeySchema, newKeySchema } from "../../access/keys/api-key.schema";
import { onInstallation } from "../../access/objects-of";
import { lesserLevel } from "../../access/role";
import { AppError } from "../../errors";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Makes an API key of one's own. The answer has the key, this once. */
export const createOwnKey = defineAct({
  name: "account.createKey",
  title: "Create an API key",
  input: newKeySchema,
  output: madeKeySchema,
  objects: onInstallation,
  run(request, wish) {
    const { userId } = ownSession(request);
    request.tell({ title: `Created the API key ${wish.name} (${wish.role})` });
    const own = request.user?.level;
    // What is shared with members may be more than their role; a key has as much of it as its own.
    if (own === undefined || (own !== "member" && lesserLevel(own, wish.role) !== wish.role))
      throw new AppError("bad-input", {
        userMessage: `An API key can't do more than you. Your own role is ${own}; choose that, or less.`,
      });
    return request.services.keys.create(userId, wish);
  },
});
