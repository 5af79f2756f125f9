import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct, nothing } from "../act";
import { mayWatch } from "./may-watch";
import { consoleReference, placeOf } from "./place.schema";

/** A ticket to watch a VM's console once: nothing that comes over its socket goes to the guest. */
export const watchConsole = defineAct({
  name: "console.watch",
  title: "Watch a console",
  input: consoleReference,
  output: z.object({ ticket: z.string(), expiresInSeconds: z.number() }),
  objects: onVm,
  inHand: nothing,
  run(context, input) {
    const { services, user } = context;
    if (user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
    const { summary } = services.fleet.vm(input.hostId, input.vmId);
    if (!mayWatch(context, input, services.watchableVms)) throw mayNotWatch(summary.name);
    const opener = input.kind === "serial" ? services.consoles : services.graphicalConsoles;
    return opener.issueTicket(user, { ...placeOf(input), readOnly: true });
  },
});

/** What is answered to a viewer of a VM whose consoles viewers may not watch. */
export function mayNotWatch(vmName: string): AppError {
  return new AppError("forbidden", {
    userMessage: `Viewers may not watch ${vmName}’s consoles. An administrator or the VM’s owner can allow it on its Access tab.`,
  });
}
