import { type NotificationsView, notificationsSchema } from "../notify/channel.schema";
import { addPasskey } from "../work/account/add-passkey";
import { beginPasskey } from "../work/account/begin-passkey";
import { beginTotp } from "../work/account/begin-totp";
import { changePassword } from "../work/account/change-password";
import { chooseFormats } from "../work/account/choose-formats";
import { confirmIdentity } from "../work/account/confirm-identity";
import { confirmTotp } from "../work/account/confirm-totp";
import { createOwnKey } from "../work/account/create-key";
import { endOwnSession } from "../work/account/end-session";
import { endOwnSessions } from "../work/account/end-sessions";
import { seeOwnFactors } from "../work/account/factors";
import { seeOwnFormats } from "../work/account/formats";
import { seeOwnKeys } from "../work/account/keys";
import { ownSession } from "../work/account/own-session";
import { requestOwnPasskey } from "../work/account/passkey-request";
import { requestOwnProvider } from "../work/account/provider-request";
import { removePasskey } from "../work/account/remove-passkey";
import { removeTotp } from "../work/account/remove-totp";
import { renewRecoveryCodes } from "../work/account/renew-recovery-codes";
import { revokeOwnKey } from "../work/account/revoke-key";
import { seeOwnSessions } from "../work/account/sessions";
import { deleteOwnView, saveOwnView, seeOwnViews } from "../work/account/views";
import { ownChannelActs } from "../work/notify/channel-acts";
import { runAct } from "../work/run-act";
import { actProcedure, mutation, query } from "./act-procedure";
import { begunOutput } from "./begun-output";
import { push } from "./push";
import { stream } from "./stream";
import { installationProcedure, router } from "./trpc";

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
  factors: query(seeOwnFactors),
  beginTotp: mutation(beginTotp),
  confirmTotp: mutation(confirmTotp),
  passkeyRequest: mutation(requestOwnPasskey),
  /** It is posted, as what comes of it is a secret. */
  providerRequest: mutation(requestOwnProvider),
  confirmIdentity: mutation(confirmIdentity),
  beginPasskey: mutation(beginPasskey),
  addPasskey: mutation(addPasskey),
  removePasskey: mutation(removePasskey),
  removeTotp: mutation(removeTotp),
  renewRecoveryCodes: mutation(renewRecoveryCodes),
  endSession: mutation(endOwnSession),
  endSessions: actProcedure(endOwnSessions)
    .output(endOwnSessions.output)
    .mutation(async ({ ctx }) => {
      await runAct(endOwnSessions, ctx, undefined);
      ctx.setSession(null);
    }),
  views: query(seeOwnViews),
  saveView: mutation(saveOwnView),
  deleteView: mutation(deleteOwnView),
  formats: query(seeOwnFormats),
  chooseFormats: mutation(chooseFormats),
  keys: query(seeOwnKeys),
  createKey: mutation(createOwnKey),
  revokeKey: mutation(revokeOwnKey),
  /** One's own channels, whenever something of one has changed. */
  notifications: installationProcedure.output(stream(notificationsSchema)).subscription(({ ctx, signal }) =>
    push<NotificationsView>(signal, (sink) => {
      const { notifications } = ctx.services;
      const { userId } = ownSession(ctx);
      const tell = () => sink(notifications.view(userId));
      tell();
      return notifications.onChange(tell);
    }),
  ),
  saveChannel: mutation(ownChannelActs.save),
  deleteChannel: mutation(ownChannelActs.remove),
  testChannel: mutation(ownChannelActs.test),
  deliveries: query(ownChannelActs.deliveries),
});
