import { onVm } from "../access/objects-of";
import { type GuestGpus, guestGpusSchema } from "../guest/guest-gpu.schema";
import { setGuestGpu } from "../work/guest-gpu/set-asking";
import { vmReference } from "../work/references.schema";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const guestGpuRouter = router({
  /** What a VM's guest tells of its GPUs, about every five seconds; it is asked while somebody watches, where that is allowed. */
  watch: procedure(vmReference, onVm)
    .output(stream(guestGpusSchema))
    .subscription(({ ctx: { services }, input, signal }) => {
      const { hostId, id: vmId } = services.fleet.vm(input.hostId, input.vmId).summary;
      return push<GuestGpus>(signal, (sink) => services.guestGpus.watch({ hostId, vmId }, sink));
    }),
  set: mutation(setGuestGpu),
});
