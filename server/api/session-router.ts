import * as z from "zod";
import { allowedFor } from "../access/allowed";
import { allowedSchema } from "../access/allowed.schema";
import { runAct } from "../work/run-act";
import { createFirstAdministrator } from "../work/session/create-first-administrator";
import { signIn } from "../work/session/sign-in";
import { signOut } from "../work/session/sign-out";
import { actProcedure } from "./act-procedure";
import { installationProcedure, router } from "./trpc";

const stateOutput = z.object({
  user: z.object({ name: z.string(), level: z.enum(["viewer", "operator", "admin"]) }).nullable(),
  needsFirstAdministrator: z.boolean(),
  /** What the page may offer. */
  allowed: allowedSchema,
  demo: z.boolean(),
  version: z.string(),
});

export const sessionRouter = router({
  state: installationProcedure.output(stateOutput).query(({ ctx }) => ({
    user: ctx.user && { name: ctx.user.name, level: ctx.user.level },
    allowed: allowedFor(ctx),
    needsFirstAdministrator: ctx.services.access.needsFirstAdministrator(),
    ...ctx.services.about,
  })),
  signIn: actProcedure(signIn)
    .input(signIn.input)
    .output(z.void())
    .mutation(async ({ ctx, input }) => ctx.setSession(await runAct(signIn, ctx, input))),
  createFirstAdministrator: actProcedure(createFirstAdministrator)
    .input(createFirstAdministrator.input)
    .output(z.void())
    .mutation(async ({ ctx, input }) => ctx.setSession(await runAct(createFirstAdministrator, ctx, input))),
  signOut: actProcedure(signOut)
    .output(z.void())
    .mutation(async ({ ctx }) => {
      await runAct(signOut, ctx, undefined);
      ctx.setSession(null);
    }),
});
