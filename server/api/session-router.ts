import * as z from "zod";
import { allowedFor } from "../access/allowed";
import { allowedSchema } from "../access/allowed.schema";
import { secondStepSchema } from "../access/factors/factors.schema";
import { roles } from "../access/role";
import type { NewSession } from "../access/session";
import { savedViewSchema } from "../access/views/saved-view.schema";
import { runAct } from "../work/run-act";
import { createFirstAdministrator } from "../work/session/create-first-administrator";
import { seeInvitation } from "../work/session/invitation";
import { join } from "../work/session/join";
import { requestPasskey } from "../work/session/passkey-request";
import { requestProvider } from "../work/session/provider-request";
import { signIn } from "../work/session/sign-in";
import { signInByCode } from "../work/session/sign-in-by-code";
import { signInByPasskey } from "../work/session/sign-in-by-passkey";
import { signInByProvider } from "../work/session/sign-in-by-provider";
import { signOut } from "../work/session/sign-out";
import { actProcedure, mutation } from "./act-procedure";
import { begunOutput } from "./begun-output";
import type { Context } from "./context";
import { installationProcedure, router } from "./trpc";

const stateOutput = z.object({
  user: z.object({ name: z.string(), level: z.enum(roles) }).nullable(),
  needsFirstAdministrator: z.boolean(),
  /** The search part of the address that the list of VMs opens with; null: it opens plain. */
  vmView: savedViewSchema.shape.search.nullable(),
  /** What the page may offer. */
  allowed: allowedSchema,
  demo: z.boolean(),
  version: z.string(),
});

function begun(ctx: Pick<Context, "setSession">, session: NewSession): z.output<typeof begunOutput> {
  ctx.setSession(session);
  return { originProof: session.originProof };
}

export const sessionRouter = router({
  state: installationProcedure.output(stateOutput).query(({ ctx }) => ({
    user: ctx.user && { name: ctx.user.name, level: ctx.user.level },
    vmView: ctx.user && ctx.services.views.defaultOf(ctx.user.id),
    allowed: allowedFor(ctx),
    needsFirstAdministrator: ctx.services.access.needsFirstAdministrator(),
    ...ctx.services.about,
  })),
  signIn: actProcedure(signIn)
    .input(signIn.input)
    .output(z.union([begunOutput, secondStepSchema]))
    .mutation(async ({ ctx, input }) => {
      const answer = await runAct(signIn, ctx, input);
      return "pending" in answer ? answer : begun(ctx, answer);
    }),
  signInByCode: actProcedure(signInByCode)
    .input(signInByCode.input)
    .output(begunOutput)
    .mutation(async ({ ctx, input }) => begun(ctx, await runAct(signInByCode, ctx, input))),
  /** It is posted, as what it is asked with is a secret. */
  passkeyRequest: mutation(requestPasskey),
  signInByPasskey: actProcedure(signInByPasskey)
    .input(signInByPasskey.input)
    .output(begunOutput)
    .mutation(async ({ ctx, input }) => begun(ctx, await runAct(signInByPasskey, ctx, input))),
  /** It is posted, as what comes of it is a secret. */
  providerRequest: mutation(requestProvider),
  signInByProvider: actProcedure(signInByProvider)
    .input(signInByProvider.input)
    .output(begunOutput.extend({ next: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const { session, next } = await runAct(signInByProvider, ctx, input);
      return { ...begun(ctx, session), next };
    }),
  createFirstAdministrator: actProcedure(createFirstAdministrator)
    .input(createFirstAdministrator.input)
    .output(begunOutput)
    .mutation(async ({ ctx, input }) => begun(ctx, await runAct(createFirstAdministrator, ctx, input))),
  /** It is posted: an address stands in logs. */
  invitation: mutation(seeInvitation),
  join: actProcedure(join)
    .input(join.input)
    .output(begunOutput)
    .mutation(async ({ ctx, input }) => begun(ctx, await runAct(join, ctx, input))),
  signOut: actProcedure(signOut)
    .output(signOut.output)
    .mutation(async ({ ctx }) => {
      const answer = await runAct(signOut, ctx, undefined);
      ctx.setSession(null);
      return answer;
    }),
});
