import { randomUUID } from "node:crypto";
import * as z from "zod";
import { withPasswordsOf } from "../../domain/changes/passwords";
import { readSavedDefinition, saveDefinition } from "../../domain/edit-definition";
import { act, type DomainHandle } from "../../domain/lifecycle";
import { removeVm } from "../../domain/removal";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { noteOf, type StepMemory, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { ConnectionError, LibvirtError } from "../../libvirt/errors";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import { parseUuid } from "../../libvirt/uuid";
import { parseXml, serializeXml } from "../../xml/xml";
import type { DefinitionHistory } from "../definition/definition-history";
import { persevering } from "../persevering";
import { presentSoon } from "../present-soon";
import type { CreateInput } from "./create-input.schema";
import { hasMark, withMark } from "./definition-mark";

/** What the steps reach. */
export interface CreateRooms {
  fleet: Pick<Fleet, "host">;
  definitions: Pick<DefinitionHistory, "change">;
}

/**
 * What the step that defines the VM notes.
 * - asked: there was no VM of that UUID, and libvirt is asked for one that bears `mark`; by that it is known as the
 *   step's own, whoever else may have imported the same definition.
 * - made: libvirt has defined it.
 */
const definedNoteSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("asked"), mark: z.string() }),
  z.object({ state: z.literal("made") }),
]);
type DefinedNote = z.infer<typeof definedNoteSchema>;

/** Has libvirt know the new VM. Taken back, it is gone whole: saved state, firmware variables and TPM with it. */
export function defineStep(
  { fleet, definitions }: CreateRooms,
  hostId: string,
  input: CreateInput,
): StepWork {
  const run = runner(fleet, hostId, input);
  const author = { subject: `VM ${input.name}`, by: input.by, what: "Created" };
  return persevering(() => fleet.host(hostId), {
    run: (context) =>
      definitions.change({ hostId, vmId: input.vmId }, author, async (connection) => {
        const note = noteOf(context.note, definedNoteSchema);
        if ((await ownDomain(connection, input.vmId, note)) === null)
          await define(connection, input, context);
        context.remember({ state: "made" });
        await saveDefinition(connection, await wholeXml(connection, input));
      }),
    verify: async () => {
      if ((await run((connection) => findDomain(connection, input.vmId))) === null) throw gone(input.name);
    },
    undo: ({ note }) =>
      run(async (connection) => {
        const dom = await ownDomain(connection, input.vmId, noteOf(note, definedNoteSchema));
        if (dom === null) return;
        await forceOff(connection, dom);
        await removeVm(connection, dom, [], new Map());
      }),
  });
}

/** Defines the VM with a mark, which is there until it is noted that the VM is the step's own. */
async function define(connection: Connection, input: CreateInput, { remember }: StepMemory): Promise<void> {
  if ((await findDomain(connection, input.vmId)) !== null) throw uuidTaken(input);
  const xml = await wholeXml(connection, input);
  const mark = randomUUID();
  remember({ state: "asked", mark });
  try {
    await saveDefinition(connection, withMark(xml, mark));
  } catch (error) {
    if (!(error instanceof ConnectionError)) remember(null);
    throw error;
  }
}

/** The VM of that UUID where the step has made it; null where it has not, be there another's or none. */
async function ownDomain(
  connection: Connection,
  vmId: string,
  note: DefinedNote | null,
): Promise<DomainHandle | null> {
  if (note === null) return null;
  if (note.state === "made") return findDomain(connection, vmId);
  const dom = await presentSoon(() => findDomain(connection, vmId));
  const marked = dom !== null && hasMark(await readSavedDefinition(connection, dom), note.mark);
  return marked ? dom : null;
}

/** Starts the new VM. */
export function startStep(fleet: Pick<Fleet, "host">, hostId: string, input: CreateInput): StepWork {
  const run = runner(fleet, hostId, input);
  return {
    run: () =>
      fleet.host(hostId).runLong(`VM ${input.name}`, async (connection) => {
        const dom = await findDomain(connection, input.vmId);
        if (dom === null) throw gone(input.name);
        if (!(await isActive(connection, dom))) await act(connection, dom, "start");
      }),
    // A guest may be through with its work already.
    verify: () => Promise.resolve(),
    undo: () =>
      run(async (connection) => {
        const dom = await findDomain(connection, input.vmId);
        if (dom !== null) await forceOff(connection, dom);
      }),
  };
}

function runner(fleet: Pick<Fleet, "host">, hostId: string, { name }: CreateInput) {
  return <Value>(work: (connection: Connection) => Promise<Value>) =>
    fleet.host(hostId).run(`VM ${name}`, work);
}

/** With the passwords of the VM that it is a clone of, which are written down nowhere else. */
async function wholeXml(connection: Connection, { xml, passwordsOf, volumes }: CreateInput): Promise<string> {
  if (passwordsOf === null) return xml;
  const original = await findDomain(connection, passwordsOf);
  if (original === null) return xml;
  if (volumes.length > 0 && (await isActive(connection, original))) throw startedMeanwhile(original.name);
  const present = parseXml(await readSavedDefinition(connection, original));
  return serializeXml(withPasswordsOf(present, parseXml(xml)));
}

async function findDomain(connection: Connection, vmId: string): Promise<DomainHandle | null> {
  try {
    return (await connection.call("domain_lookup_by_uuid", { uuid: parseUuid(vmId) })).dom;
  } catch (error) {
    if (error instanceof LibvirtError && error.code === errorNumber.NO_DOMAIN) return null;
    throw error;
  }
}

async function isActive(connection: Connection, dom: DomainHandle): Promise<boolean> {
  return (await connection.call("domain_is_active", { dom })).active !== 0;
}

async function forceOff(connection: Connection, dom: DomainHandle): Promise<void> {
  if (await isActive(connection, dom)) await act(connection, dom, "force-off");
}

function uuidTaken({ name, vmId }: CreateInput): AppError {
  return new AppError("conflict", {
    userMessage: `${name} was not created: a VM with its UUID, ${vmId}, was created in the meantime. Check the plan again.`,
  });
}

function startedMeanwhile(name: string): AppError {
  return new AppError("conflict", {
    userMessage: `${name} was started while its disks were copied, so the copies may be damaged. Shut it down and clone it again.`,
  });
}

function gone(name: string): AppError {
  return new AppError("conflict", { userMessage: `${name} was deleted in the meantime.` });
}
