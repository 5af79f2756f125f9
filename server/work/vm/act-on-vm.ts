import * as z from "zod";
import { onVm, onVmAndDevices } from "../../access/objects-of";
import { type ActionSubject, type VmAction, vmActions, whyNot } from "../../domain/actions.schema";
import { act } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { ManagedHost } from "../../fleet/managed-host";
import { stateOf, type VmRecord } from "../../fleet/read-vm";
import { defineAct } from "../act";
import { refuseBadStart } from "../host-report/start-problems";
import { refuseStartInMaintenance } from "../maintenance/refuse-start";
import { reachFromOutside } from "../reach/reach-from-outside";
import { vmReference } from "../references.schema";
import { type LongAction, longActions } from "./vm-action-kind";

/**
 * Starts, stops, pauses a VM … Done when libvirt has accepted it; what came of it is told by its events. What may take
 * minutes it admits only: that is done by a job, see `actOnVms`.
 */
export const actOnVm = defineAct({
  name: "vm.act",
  title: "Start, stop or pause a VM",
  input: vmReference.extend({ action: z.enum(vmActions) }),
  /** What the person is told besides; null for nothing. */
  output: z.object({ told: z.string().nullable() }),
  objects: onVm,
  inHand({ hostId, vmId, action }, { services }) {
    // The way out where a guest hangs, and a job waits for it: never held up.
    if (action === "shut-down" || action === "force-off") return [];
    if (action !== "start") return onVm({ hostId, vmId });
    const { passthrough } = services.fleet.vm(hostId, vmId).summary;
    return onVmAndDevices({ hostId, vmId, addresses: passthrough });
  },
  async run(context, { hostId, vmId, action }) {
    const { services, readReport } = context;
    const { fleet } = services;
    const vm = fleet.vm(hostId, vmId);
    const { summary, handle } = vm;
    const why = whyNot(action, summary) && whyNot(action, await asLibvirtSays(fleet.host(hostId), vm));
    if (why) throw new AppError("conflict", { userMessage: `${summary.name}: not done because ${why}.` });
    if (action === "start") {
      refuseStartInMaintenance(fleet, hostId, summary.name);
      await refuseBadStart(services, vm, { readReport, who: context });
    }
    const told = action === "start" ? await reachFromOutside(services, { hostId, vmId }) : null;
    if (!isLong(action))
      await fleet.host(hostId).runLong(`VM ${summary.name}`, (connection) => act(connection, handle, action));
    return { told };
  },
});

/** Whether a job does it. */
export function isLong(action: VmAction): action is LongAction {
  return longActions.some((long) => long === action);
}

/** What the list says follows libvirt's events, and is a moment behind what a program has just done. */
async function asLibvirtSays(host: ManagedHost, { summary, handle: dom }: VmRecord): Promise<ActionSubject> {
  const { state } = await host.run(`VM ${summary.name}`, (connection) =>
    connection.call("domain_get_state", { dom, flags: 0 }),
  );
  return { ...summary, state: stateOf(state) };
}
