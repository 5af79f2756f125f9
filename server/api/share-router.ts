import * as z from "zod";
import { onNamed, onVm } from "../access/objects-of";
import { type Share, shareSchema } from "../access/share.schema";
import { bookedDevice, deviceOf } from "../work/booking/booking-input";
import { vmReference } from "../work/references.schema";
import { removeDeviceShare, setDeviceShare } from "../work/share/device-shares";
import { removeShare } from "../work/share/remove-share";
import { seeShared } from "../work/share/see-shared";
import { setShare } from "../work/share/set-share";
import { mutation, query } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const shareRouter = router({
  /** With whom a VM is shared, whenever something of users, groups or shares has changed. */
  watch: procedure(vmReference, onVm)
    .output(stream(z.array(shareSchema)))
    .subscription(({ ctx: { services }, input, signal }) => {
      const { hostId, id: vmId } = services.fleet.vm(input.hostId, input.vmId).summary;
      return push<Share[]>(signal, (sink) => {
        const tell = () => sink(services.shares.of(onVm({ hostId, vmId })));
        tell();
        return services.access.onChange(tell);
      });
    }),
  ofUser: query(seeShared),
  set: mutation(setShare),
  remove: mutation(removeShare),
  /** With whom a named device is shared, as {@link shareRouter.watch} has it of a VM. */
  watchDevice: procedure(bookedDevice, onNamed)
    .output(stream(z.array(shareSchema)))
    .subscription(({ ctx, input, signal }) => {
      const { access, shares } = ctx.services;
      deviceOf(ctx, input);
      return push<Share[]>(signal, (sink) => {
        const tell = () => sink(shares.of(onNamed(input)));
        tell();
        return access.onChange(tell);
      });
    }),
  setDevice: mutation(setDeviceShare),
  removeDevice: mutation(removeDeviceShare),
});
