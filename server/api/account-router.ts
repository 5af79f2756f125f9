import { changePassword } from "../work/account/change-password";
import { createOwnKey } from "../work/account/create-key";
import { endOwnSession } from "../work/account/end-session";
import { endOwnSessions } from "../work/account/end-sessions";
import { seeOwnKeys } from "../work/account/keys";
import { revokeOwnKey } from "../work/account/revoke-key";
import { seeOwnSessions } from "../work/account/sessions";
import { runAct } from "../work/run-act";
import { actProcedure, mutation, query } from "./act-procedure";
import { begunOutput } from "./begun-output";
import { router } from "./trpc";

export const accountRouter = router({
  sessions: query(seeOwnSessions),
  changePassword: actProcedure(changePassword)
    .input(changePassword.input)
    .output(begunOutput)
    .mutation(async ({ ctx, input }) => {
      const { browserMark, originProof } = await runAct(changePassword, ctx, input);
      ctx.setBrowserMark(browserMark);
      return { originProof };
    }),
  endSession: mutation(endOwnSession),
  endSessions: actProcedure(endOwnSessions)
    .output(endOwnSessions.output)
    .mutation(async ({ ctx }) => {
      await runAct(endOwnSessions, ctx, undefined);
      ctx.setSession(null);
    }),
  keys: query(seeOwnKeys),
  createKey: mutation(createOwnKey),
  revokeKey: mutation(revokeOwnKey),
});
