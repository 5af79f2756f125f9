import * as z from "zod";
import { readSavedDefinition } from "../../domain/edit-definition";
import { act, type DomainHandle, startAs } from "../../domain/lifecycle";
import { withGivenCards } from "../../domain/named-devices";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { ManagedHost } from "../../fleet/managed-host";
import type { VmRecord } from "../../fleet/read-vm";
import { defineJobKind, type JobKind, type StepContext, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { openVfio } from "../../pci/binding/open-vfio";
import type { PlannedStep } from "../../plan.schema";
import { functionSchema } from "../attach/attach-input.schema";
import { isActive } from "../create/own-domain";
import { untilStarted } from "../create/until-started";
import { refuseStartInMaintenance } from "../maintenance/refuse-start";
import { persevering } from "../persevering";
import { presentSoon } from "../present-soon";
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
      /** The cards that were chosen for the names that it asks for, for this start. */
      cards: z.array(z.object({ name: z.string(), functions: z.array(functionSchema) })).default([]),
    }),
  ),
});
export type VmActionInput = z.infer<typeof actionInputSchema>;

/** libvirtd has 20 workers by default; a hundred VMs that start leave it some for everybody else. */
const atOnce = 8;

/** The job that starts VMs or saves them, several side by side. */
export function vmActionKind(
  fleet: Pick<Fleet, "host" | "findVm" | "maintenanceOf">,
): JobKind<typeof vmActionKindName> {
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
  return vms.map(({ name, cards }) => ({
    title: `${title} ${name}${givenWords(cards)}`,
    effect:
      cards.length === 0 ? `virsh ${command} ${name}` : `virsh create ${name}.xml, with\n${listOf(cards)}`,
    risk: null,
    undo: null,
  }));
}

/** " with GeForce RTX 4090 (0000:01:00.0)" */
function givenWords(cards: VmActionInput["vms"][number]["cards"]): string {
  const names = cards.flatMap(({ functions: [lead] }) =>
    lead === undefined ? [] : `${lead.label} (${lead.address})`,
  );
  return names.length === 0 ? "" : ` with ${names.join(", ")}`;
}

function listOf(cards: VmActionInput["vms"][number]["cards"]): string {
  return cards
    .map(({ name, functions }) => `${name}: ${functions.map(({ address }) => address).join(", ")}`)
    .join("\n");
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
  fleet: Pick<Fleet, "host" | "findVm" | "maintenanceOf">,
  hostId: string,
  action: LongAction,
  { vmId, name, cards }: VmActionInput["vms"][number],
): StepWork {
  const host = () => fleet.host(hostId);
  return persevering(host, {
    run: async (context) => {
      if (action === "start") await openVfioFor(host(), fleet.findVm(hostId, vmId), cards);
      await host().runLong(`VM ${name}`, async (connection) => {
        const dom = fleet.findVm(hostId, vmId)?.handle;
        if (dom === undefined) throw refusal(`${name} was deleted in the meantime.`);
        // What libvirt was asked for before the connection broke it may be doing, or have done.
        if (context.note !== null && (await isDone(connection, dom, action, context.signal))) return;
        // Begun since this job was: those of its VMs that are not started yet stay off.
        if (action === "start") refuseStartInMaintenance(fleet, hostId, name);
        context.remember("asked");
        if (action === "start") return start(connection, dom, cards);
        await whileSaving(host(), { dom, name }, context, () => act(connection, dom, action));
      });
    },
    // libvirt has answered that it is done; a guest may have ended by itself since. Until the list of VMs tells what it
    // was given, these cards would be taken for free ones.
    verify: async () => {
      const given = cards.flatMap(({ functions }) => functions.map(({ address }) => address));
      if (given.length > 0) await presentSoon(async () => hasAll(fleet.findVm(hostId, vmId), given) || null);
    },
    undo: async () => undefined,
  });
}

function hasAll(vm: VmRecord | null, addresses: readonly string[]): boolean {
  return addresses.every((address) => vm?.definition.passthrough.includes(address));
}

/** Where Passdeck may change the host, VFIO is there for a VM that gets PCI devices. */
async function openVfioFor(
  { machine: { files, writer } }: Pick<ManagedHost, "machine">,
  vm: VmRecord | null,
  cards: VmActionInput["vms"][number]["cards"],
): Promise<void> {
  if (cards.length === 0 && (vm?.definition.passthrough.length ?? 0) === 0) return;
  if (files.value === null || writer.value === null) return;
  await openVfio({ tree: files.value, writer: writer.value });
}

/** Starts a VM, with the cards that were chosen for it. */
async function start(
  connection: Connection,
  dom: DomainHandle,
  cards: VmActionInput["vms"][number]["cards"],
): Promise<void> {
  if (cards.length === 0) return act(connection, dom, "start");
  await startAs(connection, withGivenCards(await readSavedDefinition(connection, dom), cards));
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
