import * as z from "zod";
import { consoleLinkLimits, linkLabel } from "../../access/console-link.schema";
import { onVm } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct, nothing } from "../act";
import { consoleReference, placeOf } from "./place.schema";

/** Makes a link that opens one console for who has no account. What stands in it is answered, this once. */
export const createConsoleLink = defineAct({
  name: "console.createLink",
  title: "Make a link to a console",
  input: consoleReference.extend({
    readOnly: z.boolean(),
    minutes: z
      .int("Give a whole number of minutes.")
      .min(1, "A link works for a minute at least.")
      .max(consoleLinkLimits.mostMinutes, "A link works for seven days at most."),
    label: linkLabel,
  }),
  output: z.object({ id: z.guid(), token: z.string(), expiresAt: z.number() }),
  objects: onVm,
  inHand: nothing,
  run({ services: { fleet, consoleLinks }, user, tell }, input) {
    if (user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
    const { kind, readOnly, minutes } = input;
    const { summary } = fleet.vm(input.hostId, input.vmId);
    const label = input.label === "" ? null : input.label;
    tell({
      title: `Made a link to ${readOnly ? "watch" : "type at"} ${summary.name}’s ${kind} console for ${minutes} minutes${label === null ? "" : `, for ${label}`}`,
    });
    return consoleLinks.make({ ...placeOf(input), readOnly, minutes, label }, user.id);
  },
});
