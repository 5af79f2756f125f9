import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct, nothing } from "../act";
import { personOf } from "./asking-person";
import { placeOf, viewerReference } from "./place.schema";

/** Closes a console for one of its viewers, who may connect again by hand. */
export const disconnectViewer = defineAct({
  name: "console.disconnect",
  title: "Disconnect a viewer from a console",
  input: viewerReference,
  output: z.void(),
  objects: onVm,
  inHand: nothing,
  run(context, input) {
    const { services, user, tell } = context;
    if (user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
    const by = { name: user.name, person: personOf(context, user) };
    const seat = services.consolePeople.disconnect(placeOf(input), input.viewerId, by);
    tell({ title: `Disconnected ${seat.person.name} from the ${input.kind} console` });
  },
});
