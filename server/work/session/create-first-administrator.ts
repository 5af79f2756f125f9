import * as z from "zod";
import { firstAdministratorInput } from "../../access/credentials.schema";
import { onInstallation } from "../../access/objects-of";
import type { NewSession } from "../../access/session";
import { defineAct } from "../act";

/** Makes the first administrator and begins their session. How its secret is kept is up to the way on which it was asked for. */
export const createFirstAdministrator = defineAct({
  name: "session.createFirstAdministrator",
  title: "Create the first administrator",
  input: firstAdministratorInput,
  output: z.custom<NewSession>(),
  objects: onInstallation,
  async run({ services, remoteAddress: address, userAgent, tell }, input) {
    const session = await services.access.createFirstAdministrator(input, { address, userAgent });
    tell({ who: session.user.name });
    return session;
  },
});
