import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct, nothing } from "../act";
import { consoleReference } from "./place.schema";

/** A ticket to open a VM's console once: the serial one over /ws/console, the graphical one over /ws/graphical. */
export const openConsole = defineAct({
  name: "console.open",
  title: "Open a console",
  input: consoleReference.extend({ readOnly: z.boolean() }),
  output: z.object({ ticket: z.string(), expiresInSeconds: z.number() }),
  objects: onVm,
  // Jobs may be watched at a console.
  inHand: nothing,
  run({ services, user }, input) {
    if (user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
    const opener = input.kind === "serial" ? services.consoles : services.graphicalConsoles;
    return opener.issueTicket(user, { ...input, vmId: input.vmId.toLowerCase() });
  },
});
