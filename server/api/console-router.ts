import * as z from "zod";
import { AppError } from "../errors";
import { vmReference } from "./input.schema";
import { procedure, router } from "./trpc";

const openInput = vmReference.extend({ kind: z.literal("serial"), readOnly: z.boolean() });
const openOutput = z.object({ ticket: z.string(), expiresInSeconds: z.number() });

export const consoleRouter = router({
  /** A ticket to open a VM's console once, over /ws/console. */
  open: procedure
    .input(openInput)
    .output(openOutput)
    .mutation(({ ctx, input }) => {
      if (ctx.user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
      return ctx.services.consoles.issueTicket(ctx.user, { ...input, vmId: input.vmId.toLowerCase() });
    }),
});
