import * as z from "zod";
import { onVm } from "../access/objects-of";
import { hardwareEditSchema } from "../domain/hardware/hardware-edit.schema";
import { planSchema } from "../plan.schema";
import { planChange, runChange } from "./hardware-acts";
import { vmReference } from "./input.schema";
import { push } from "./push";
import { procedure, router } from "./trpc";
import { type HardwareMessage, watchHardware } from "./watch-hardware";

/** `alsoLive`: the running machine is changed as well, where it can be. */
const request = vmReference.extend({ edit: hardwareEditSchema, alsoLive: z.boolean() });

export const hardwareRouter = router({
  /** A VM's devices and settings as their forms show them, and again with every change. */
  watch: procedure(vmReference, onVm).subscription(({ ctx, input, signal }) =>
    push<HardwareMessage>(signal, (sink) => watchHardware(ctx.services, input, sink)),
  ),
  /** Changes nothing. It is posted, since an edit may be longer than an address. */
  plan: procedure(request, onVm)
    .output(planSchema)
    .mutation(({ ctx, input }) => planChange(ctx, input)),
  run: procedure(request.extend({ fingerprint: z.string().max(128) }), onVm)
    .output(z.object({ jobId: z.guid() }))
    .mutation(({ ctx, input }) => runChange(ctx, input)),
});
