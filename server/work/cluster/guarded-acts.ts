import * as z from "zod";
import type { ActOn } from "../../access/rights";
import { type VmAction, vmActions } from "../../domain/actions.schema";

/** Why something is not done to a VM that a cluster runs, and what to do instead. */
interface Refusal {
  /** Behind "…, as the cluster runs it": a sentence. */
  because: string;
  /** @param resource Its id. @param file Of its definition. */
  instead(resource: string, file: string): string;
}

/** Open: it does not get in pacemaker's way. */
export type Guard = "open" | Refusal;

const leave = "or take it out of the cluster first";

const start: Refusal = {
  because: "Pacemaker starts it where it is to run, and a second copy would destroy its disk.",
  instead: (resource) =>
    `If it is off, somebody has told the cluster so: “crm_resource --resource ${resource} --meta --delete-parameter target-role” has it start it.`,
};
const stop: Refusal = {
  because: "Pacemaker would take it for failed and start it again, maybe on another host.",
  instead: (resource) =>
    `Tell the cluster: “crm_resource --resource ${resource} --meta --set-parameter target-role --parameter-value Stopped” shuts it down.`,
};
const move: Refusal = {
  because: "Pacemaker would not see that it has moved, and start a second copy.",
  instead: (resource) =>
    `Have the cluster move it: “crm_resource --move --resource ${resource} --node NODE”, then “crm_resource --clear --resource ${resource}”.`,
};
const remove: Refusal = {
  because: "Pacemaker would start it again.",
  instead: (resource) =>
    `Take it out of the cluster first: “crm_resource --resource ${resource} --set-parameter target-role --meta --parameter-value Stopped”, then “cibadmin --delete --xml-text '<primitive id="${resource}"/>'”.`,
};
const change: Refusal = {
  because:
    "Pacemaker starts it from a definition of its own, and would not see the change: it would be lost at the next start.",
  instead: (resource, file) =>
    `Change ${file}, then have it started anew: “crm_resource --restart --resource ${resource}”, ${leave}.`,
};

const actions: Readonly<Record<VmAction, Guard>> = {
  start,
  // Pacemaker takes a paused guest for one that runs, and one that restarts in its QEMU is not seen by it.
  pause: "open",
  resume: "open",
  reboot: "open",
  reset: "open",
  "shut-down": stop,
  "force-off": stop,
  save: stop,
  "discard-saved": "open",
};

/** By what is asked for. */
type ByInput = (input: unknown) => Guard;

function byInput<Schema extends z.ZodType>(
  schema: Schema,
  guard: (input: z.output<Schema>) => Guard,
): ByInput {
  return (input) => guard(schema.parse(input));
}

/**
 * The one table of what may be done to a VM that a cluster runs: each act on a VM stands here, or it does not compile. What only
 * shows a plan is refused as the plan would be.
 */
export const guardedActs: Readonly<Record<ActOn<"vm">, Guard | ByInput>> = {
  "vm.act": byInput(z.object({ action: z.enum(vmActions) }), ({ action }) => actions[action]),
  "vm.setAutostart": byInput(z.object({ autostart: z.boolean() }), ({ autostart }) =>
    autostart ? start : "open",
  ),
  "vm.planDelete": remove,
  "vm.delete": remove,
  "move.plan": move,
  "move.run": move,
  // It would be started, and its definition changed, when its turn comes.
  "booking.book": change,
  "booking.wait": change,
  "passthrough.planCheck": start,
  "passthrough.runCheck": start,
  "vm.label": change,
  "vm.rename": change,
  "vm.addSerialConsole": change,
  "vm.addVncScreen": change,
  "vm.remapDevices": change,
  "hardware.plan": change,
  "hardware.run": change,
  "hardware.planMedium": change,
  "hardware.runMedium": change,
  "hardware.planDesktop": change,
  "hardware.runDesktop": change,
  "definition.save": change,
  "definition.restore": change,
  "create.setTemplate": change,
  "passthrough.planAttach": change,
  "passthrough.runAttach": change,
  "passthrough.planDetach": change,
  "passthrough.runDetach": change,
  // A migration that libvirt has under way is pacemaker's, and may be helped along.
  "move.steer": "open",
  "move.watch": "open",
  // It is read for the clone.
  "create.plan": "open",
  "create.run": "open",
  "vm.see": "open",
  "vm.xml": "open",
  "vm.events": "open",
  "vm.startProblems": "open",
  "vm.dismissFailedStart": "open",
  "guestGpu.watch": "open",
  "guestGpu.set": "open",
  "hardware.watch": "open",
  "definition.get": "open",
  "definition.watchVersions": "open",
  "definition.version": "open",
  "definition.preview": "open",
  "definition.merge": "open",
  "definition.export": "open",
  "console.open": "open",
  "console.watch": "open",
  "console.viewers": "open",
  "console.access": "open",
  "console.setWatching": "open",
  "console.disconnect": "open",
  "console.takeKeyboard": "open",
  "console.giveKeyboard": "open",
  "console.links": "open",
  "console.createLink": "open",
  "console.revokeLink": "open",
  "share.watch": "open",
  "share.set": "open",
  "share.remove": "open",
};

/** What stands against an act on a VM that a cluster runs. @param input As the act's schema made it. */
export function guardOf(act: string, input: unknown): Guard {
  const table: Readonly<Record<string, Guard | ByInput>> = guardedActs;
  const guard = table[act] ?? "open";
  return typeof guard === "function" ? guard(input) : guard;
}
