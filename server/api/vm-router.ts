import * as z from "zod";
import { onVm, onVms } from "../access/objects-of";
import { vmActions } from "../domain/actions.schema";
import { vmNameSchema } from "../domain/scalars.schema";
import type { VmEvent } from "../fleet/schema";
import { renameVm } from "../work/definition/rename-vm";
import { shownHostReport } from "./current-host-report";
import { ifThere } from "./if-there";
import { pciAddress, vmReference, vmReferences } from "./input.schema";
import { push } from "./push";
import { startProblems } from "./start-problems";
import { procedure, router } from "./trpc";
import { actOnVms, addToVm, deleteVm, remapDevices, setAutostart } from "./vm-changes";

const actInput = vmReferences.extend({ action: z.enum(vmActions) });
const autostartInput = vmReferences.extend({ autostart: z.boolean() });
const remapInput = vmReference.extend({
  moves: z
    .array(z.object({ from: pciAddress, to: pciAddress }))
    .min(1)
    .max(64),
});
const deleteInput = vmReference.extend({ deleteDisks: z.array(z.string().max(64)).max(256) });

export const vmRouter = router({
  /** Null of a VM that is gone by now. */
  xml: procedure(vmReference, onVm).query(({ ctx, input }) =>
    ifThere(() => ({ xml: ctx.services.fleet.vm(input.hostId, input.vmId).xml })),
  ),
  events: procedure(vmReference, onVm).subscription(({ ctx, input, signal }) => {
    const { fleet } = ctx.services;
    const { summary } = fleet.vm(input.hostId, input.vmId);
    return push<VmEvent[]>(signal, (sink) => {
      sink(fleet.events.of(summary.hostId, summary.id));
      return fleet.events.watch((event) => {
        if (event.hostId === summary.hostId && event.vmId === summary.id) sink([event]);
      });
    });
  }),
  act: procedure(actInput, onVms).mutation(({ ctx, input }) => actOnVms(ctx.services.fleet, input, ctx)),
  /** What keeps the VM from being started with the devices that it asks for; null of a VM that is gone by now. */
  startProblems: procedure(vmReference, onVm).query(({ ctx, input }) => {
    const { fleet } = ctx.services;
    return ifThere(() => startProblems(fleet, fleet.vm(input.hostId, input.vmId), ctx, shownHostReport));
  }),
  remapDevices: procedure(remapInput, onVm).mutation(({ ctx, input }) => remapDevices(ctx, input)),
  setAutostart: procedure(autostartInput, onVms).mutation(({ ctx, input }) =>
    setAutostart(ctx.services.fleet, input),
  ),
  rename: procedure(vmReference.extend({ name: vmNameSchema }), onVm).mutation(
    ({ ctx: { services, user }, input }) => renameVm(services, { ...input, by: user?.name ?? "" }),
  ),
  delete: procedure(deleteInput, onVm).mutation(({ ctx, input }) => deleteVm(ctx, input)),
  addSerialConsole: procedure(vmReference, onVm).mutation(({ ctx, input }) =>
    addToVm(ctx, input, "serialConsole"),
  ),
  addVncScreen: procedure(vmReference, onVm).mutation(({ ctx, input }) => addToVm(ctx, input, "vncScreen")),
});
