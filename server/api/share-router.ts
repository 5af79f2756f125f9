import * as z from "zod";
import { onVm } from "../access/objects-of";
import { type Share, shareSchema } from "../access/share.schema";
import { vmReference } from "../work/references.schema";
import { removeShare } from "../work/share/remove-share";
import { seeSharedVms } from "../work/share/see-shared-vms";
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
        const tell = () => sink(services.shares.ofVm({ hostId, vmId }));
        tell();
        return services.access.onChange(tell);
      });
    }),
  ofUser: query(seeSharedVms),
  set: mutation(setShare),
  remove: mutation(removeShare),
});
