import * as z from "zod";
import { can } from "../access/can";
import { onVm } from "../access/objects-of";
import { vmActions } from "../domain/actions.schema";
import { labelChangeSchema } from "../domain/labels.schema";
import { type VmEvent, vmEventSchema } from "../fleet/schema";
import { startProblemSchema } from "../pci/start-check/start-problem.schema";
import { shownHostReports } from "../work/host-report/current-host-report";
import { startProblems } from "../work/host-report/start-problems";
import { hostReference, vmIds, vmReference } from "../work/references.schema";
import { actOnVm } from "../work/vm/act-on-vm";
import { actOnVms } from "../work/vm/act-on-vms";
import { addSerialConsole } from "../work/vm/add-serial-console";
import { addVncScreen } from "../work/vm/add-vnc-screen";
import { deleteVm } from "../work/vm/delete/delete-vm";
import { dismissFailedStart } from "../work/vm/dismiss-failed-start";
import { type FailedStart, failedStartSchema } from "../work/vm/failed-start.schema";
import { labelVm } from "../work/vm/label-vm";
import { remapDevices } from "../work/vm/remap-devices";
import { renameVm } from "../work/vm/rename";
import { itemResults, runForEachVm } from "../work/vm/run-for-each-vm";
import { setVmAutostart } from "../work/vm/set-autostart";
import { actProcedure, mutation } from "./act-procedure";
import { ifThere } from "./if-there";
import { push } from "./push";
import { stream } from "./stream";
import { installationProcedure, procedure, router } from "./trpc";
import { veiled } from "./veil";

const vms = hostReference.extend({ vmIds });

export const vmRouter = router({
  /** Null of a VM that is gone by now. */
  xml: procedure(vmReference, onVm)
    .output(z.object({ xml: z.string() }).nullable())
    .query(({ ctx, input }) => ifThere(() => ({ xml: ctx.services.fleet.vm(input.hostId, input.vmId).xml }))),
  events: procedure(vmReference, onVm)
    .output(stream(z.array(vmEventSchema)))
    .subscription(({ ctx, input, signal }) => {
      const { fleet } = ctx.services;
      const { summary } = fleet.vm(input.hostId, input.vmId);
      return push<VmEvent[]>(signal, (sink) => {
        sink(fleet.events.of(summary.hostId, summary.id));
        return fleet.events.watch((event) => {
          if (event.hostId === summary.hostId && event.vmId === summary.id) sink([event]);
        });
      });
    }),
  act: actProcedure(actOnVm)
    .input(vms.extend({ action: z.enum(vmActions) }))
    .output(itemResults)
    .mutation(async ({ ctx, input }) => veiled(ctx, ctx.services.fleet, await actOnVms(ctx, input))),
  /** What keeps the VM from being started with the devices that it asks for; null of a VM that is gone by now. */
  startProblems: procedure(vmReference, onVm)
    .output(z.array(startProblemSchema).nullable())
    .query(({ ctx, input }) => {
      const { fleet } = ctx.services;
      return ifThere(async () => {
        const vm = fleet.vm(input.hostId, input.vmId);
        return veiled(
          ctx,
          fleet,
          await startProblems(ctx.services, vm, { readReport: shownHostReports(fleet, ctx), who: ctx }),
        );
      });
    }),
  /** The VMs whose last start failed, of all hosts, and again whenever they are others. */
  failedStarts: installationProcedure
    .output(stream(z.array(failedStartSchema)))
    .subscription(({ ctx, signal }) =>
      push<FailedStart[]>(signal, (sink) =>
        ctx.services.failedStarts.watch((all) => {
          const seen = all.filter((failed) => can(ctx, "vm.see", onVm(failed)));
          sink(veiled(ctx, ctx.services.fleet, seen));
        }),
      ),
    ),
  dismissFailedStart: mutation(dismissFailedStart),
  remapDevices: mutation(remapDevices),
  setAutostart: actProcedure(setVmAutostart)
    .input(vms.extend({ autostart: z.boolean() }))
    .output(itemResults)
    .mutation(async ({ ctx, input: { autostart, ...asked } }) => {
      const inputOf = (vmId: string) => ({ hostId: asked.hostId, vmId, autostart });
      return veiled(ctx, ctx.services.fleet, await runForEachVm(setVmAutostart, ctx, asked, { inputOf }));
    }),
  label: actProcedure(labelVm)
    .input(vms.extend(labelChangeSchema.shape))
    .output(itemResults)
    .mutation(async ({ ctx, input: { hostId, vmIds: asked, ...change } }) => {
      const inputOf = (vmId: string) => ({ hostId, vmId, ...change });
      const results = await runForEachVm(labelVm, ctx, { hostId, vmIds: asked }, { inputOf });
      return veiled(ctx, ctx.services.fleet, results);
    }),
  rename: mutation(renameVm),
  /** It is posted: a VM may have more disks than an address has room for. */
  planDelete: mutation(deleteVm.plan),
  delete: mutation(deleteVm.run),
  addSerialConsole: mutation(addSerialConsole),
  addVncScreen: mutation(addVncScreen),
});
