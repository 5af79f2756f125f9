import * as z from "zod";
import { act, type DomainHandle } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { defineJobKind, type JobKind, type StepContext, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { isActive } from "../create/own-domain";
import { untilStarted } from "../create/until-started";
import { persevering } from "../persevering";
import { whileSaving } from "./while-saving";

export const vmActionKindName = "vm-action";

/** What reads or writes the whole memory of a guest, or resets its devices, and so may take minutes. */
export const longActions = ["start", "save"] as const;
export type LongAction = (typeof longActions)[number];

const actionInputSchema = z.object({
  action: z.enum(longActions),
  vms: z.array(
    z.object({
      vmId: z.string(),
      name: z.string(),
      /** What it is about: the VM, and what it is handed of the host. */
      subjects: z.array(z.string()),
    }),
  ),
});
export type VmActionInput = z.infer<typeof actionInputSchema>;

/** libvirtd has 20 workers by default; a hundred VMs that start leave it some for everybody else. */
const atOnce = 8;

/** The job that starts VMs or saves them, several side by side. */
export function vmActionKind(fleet: Pick<Fleet, "host" | "findVm">): JobKind<typeof vmActionKindName> {
  return defineJobKind(
    vmActionKindName,
    actionInputSchema,
    (hostId, { action, vms }) => vms.map((vm) => actionStep(fleet, hostId, action, vm)),
    { atOnce, subjectsOf: ({ vms }) => vms.map(({ subjects }) => subjects) },
  );
}

/** The job's steps, for people. */
export function vmActionSteps({ action, vms }: VmActionInput): PlannedStep[] {
  const { title, command } = words[action];
  return vms.map(({ name }) => ({
    title: `${title} ${name}`,
    effect: `virsh ${command} ${name}`,
    risk: null,
    undo: null,
  }));
}

/** "Start", as in "Start web-1". */
export function vmActionTitle(action: LongAction): string {
  return words[action].title;
}

const words: Readonly<Record<LongAction, { title: string; command: string }>> = {
  start: { title: "Start", command: "start" },
  save: { title: "Save and stop", command: "managedsave" },
};

function actionStep(
  fleet: Pick<Fleet, "host" | "findVm">,
  hostId: string,
  action: LongAction,
  { vmId, name }: VmActionInput["vms"][number],
): StepWork {
  const host = () => fleet.host(hostId);
  return persevering(host, {
    run: (context) =>
      host().runLong(`VM ${name}`, async (connection) => {
        const dom = fleet.findVm(hostId, vmId)?.handle;
        if (dom === undefined) throw refusal(`${name} was deleted in the meantime.`);
        // What libvirt was asked for before the connection broke it may be doing, or have done.
        if (context.note !== null && (await isDone(connection, dom, action, context.signal))) return;
        context.remember("asked");
        if (action === "start") return act(connection, dom, action);
        await whileSaving(host(), { dom, name }, context, () => act(connection, dom, action));
      }),
    // libvirt has answered that it is done; a guest may have ended by itself since.
    verify: async () => undefined,
    undo: async () => undefined,
  });
}

async function isDone(
  connection: Connection,
  dom: DomainHandle,
  action: LongAction,
  signal: StepContext["signal"],
): Promise<boolean> {
  if (action === "start") await untilStarted(connection, dom, signal);
  const isOn = await isActive(connection, dom);
  return action === "start" ? isOn : !isOn;
}

function refusal(userMessage: string): AppError {
  return new AppError("conflict", { userMessage });
}
