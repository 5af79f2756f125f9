import * as z from "zod";
import { onVm } from "../access/objects-of";
import { AppError } from "../errors";
import { vmReference } from "../work/references.schema";
import { procedure, router } from "./trpc";

const openInput = vmReference.extend({ kind: z.enum(["serial", "graphical"]), readOnly: z.boolean() });
const openOutput = z.object({ ticket: z.string(), expiresInSeconds: z.number() });

export const consoleRouter = router({
  /** A ticket to open a VM's console once: the serial one over /ws/console, the graphical one over /ws/graphical. */
  open: procedure(openInput, onVm)
    .output(openOutput)
    .mutation(({ ctx, input }) => {
      if (ctx.user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
      const { consoles, graphicalConsoles } = ctx.services;
      const opener = input.kind === "serial" ? consoles : graphicalConsoles;
      return opener.issueTicket(ctx.user, { ...input, vmId: input.vmId.toLowerCase() });
    }),
});
