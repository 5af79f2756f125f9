import * as z from "zod";
import { allowedFor } from "../access/allowed";
import { allowedSchema } from "../access/allowed.schema";
import { firstAdministratorInput, signInInput } from "../access/credentials.schema";
import { onInstallation } from "../access/objects-of";
import { installationProcedure, procedure, router } from "./trpc";

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
  signIn: procedure(signInInput, onInstallation).mutation(async ({ ctx, input }) => {
    const { access } = ctx.services;
    const session = await access.signIn(input, ctx.remoteAddress);
    // Whatever the browser held before is of no use to anybody from here on.
    if (ctx.sessionId !== null) access.signOut(ctx.sessionId);
    ctx.setSession(session);
  }),
  createFirstAdministrator: procedure(firstAdministratorInput, onInstallation).mutation(
    async ({ ctx, input }) => {
      ctx.setSession(await ctx.services.access.createFirstAdministrator(input));
    },
  ),
  signOut: installationProcedure.mutation(({ ctx }) => {
    if (ctx.sessionId !== null) ctx.services.access.signOut(ctx.sessionId);
    ctx.setSession(null);
  }),
});
