import { z } from "zod";
import { AppError } from "../errors";
import { procedure, router } from "./trpc";

const openInput = z.object({
  hostId: z.string().min(1).max(200),
  vmId: z.guid(),
  kind: z.literal("serial"),
  readOnly: z.boolean(),
});

const openOutput = z.object({ ticket: z.string(), expiresInSeconds: z.number() });

export const consoleRouter = router({
  /** A ticket to open a VM's console once, over /ws/console. */
  open: procedure
    .input(openInput)
    .output(openOutput)
    .mutation(({ ctx, input }) => {
      if (ctx.user === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
      return ctx.services.consoles.issueTicket(ctx.user, input);
    }),
});
