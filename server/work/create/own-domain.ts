import { randomUUID } from "node:crypto";
import * as z from "zod";
import { readSavedDefinition, saveDefinition } from "../../domain/edit-definition";
import { act, type DomainHandle } from "../../domain/lifecycle";
import { undefineVm } from "../../domain/removal";
import { AppError } from "../../errors";
import { noteOf, type StepMemory } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { ConnectionError } from "../../libvirt/errors";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import { parseUuid } from "../../libvirt/uuid";
import { orNull } from "../../storage/look-up";
import { presentSoon } from "../present-soon";
import type { CreateInput } from "./create-input.schema";
import { hasMark, withMark } from "./definition-mark";

/**
 * What the step that defines the VM notes.
 * - asked: there was no VM of that UUID, and libvirt is asked for one that bears `mark`; by that it is known as the
 *   step's own, whoever else may have imported the same definition.
 * - marked: libvirt has defined it, and is asked for it without the mark.
 * - made: libvirt has done that as well.
 */
const definedNoteSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("asked"), mark: z.string() }),
  z.object({ state: z.literal("marked"), mark: z.string() }),
  z.object({ state: z.literal("made") }),
]);

/**
 * Defines a VM that is the step's own: with a mark first, and without it once that is noted.
 * @param xmlOf The definition, as it is to be in the end.
 * @throws AppError "conflict" where somebody else has a VM of that UUID.
 */
export async function defineOwnDomain(
  connection: Connection,
  input: Pick<CreateInput, "name" | "vmId">,
  memory: StepMemory,
  xmlOf: () => Promise<string>,
): Promise<void> {
  if ((await ownDomain(connection, input.vmId, memory)) === null)
    await define(connection, input, memory, xmlOf);
  await saveDefinition(connection, await xmlOf());
  memory.remember({ state: "made" });
}

async function define(
  connection: Connection,
  { name, vmId }: Pick<CreateInput, "name" | "vmId">,
  { remember }: StepMemory,
  xmlOf: () => Promise<string>,
): Promise<void> {
  if ((await findDomain(connection, vmId)) !== null) throw uuidTaken(name, vmId);
  const xml = await xmlOf();
  const mark = randomUUID();
  remember({ state: "asked", mark });
  try {
    await saveDefinition(connection, withMark(xml, mark));
  } catch (error) {
    if (!(error instanceof ConnectionError)) remember(null);
    throw error;
  }
  remember({ state: "marked", mark });
}

/** Takes the VM that a step has defined away, where it has, be it on or off. */
export async function removeOwnDomain(
  connection: Connection,
  vmId: string,
  memory: StepMemory,
): Promise<void> {
  const note = noteOf(memory.note, definedNoteSchema);
  const dom = await ownDomain(connection, vmId, memory);
  if (dom === null) return;
  const late = note?.state === "marked" && !(await isUnmarkedSoon(connection, dom, note.mark));
  await remove(connection, dom);
  if (!late) return;
  // Asked for without its mark before a crash, it may be defined only now.
  const again = await presentSoon(() => findDomain(connection, vmId));
  if (again !== null) await remove(connection, again);
}

/** The VM of that UUID where the step has made it; null where it has not, be there another's or none. */
async function ownDomain(
  connection: Connection,
  vmId: string,
  memory: StepMemory,
): Promise<DomainHandle | null> {
  const note = noteOf(memory.note, definedNoteSchema);
  if (note === null) return null;
  if (note.state !== "asked") return findDomain(connection, vmId);
  const dom = await presentSoon(() => findDomain(connection, vmId));
  return dom !== null && (await isMarked(connection, dom, note.mark)) ? dom : null;
}

/** Whether libvirt has done what it may have been asked for just before a crash. */
async function isUnmarkedSoon(connection: Connection, dom: DomainHandle, mark: string): Promise<boolean> {
  const look = async () => ((await isMarked(connection, dom, mark)) ? null : true);
  return (await presentSoon(look)) !== null;
}

async function isMarked(connection: Connection, dom: DomainHandle, mark: string): Promise<boolean> {
  return hasMark(await readSavedDefinition(connection, dom), mark);
}

async function remove(connection: Connection, dom: DomainHandle): Promise<void> {
  await forceOff(connection, dom);
  await undefineVm(connection, dom);
}

/** The VM of that UUID; null where there is none. */
export async function findDomain(connection: Connection, vmId: string): Promise<DomainHandle | null> {
  const found = await orNull(
    connection.call("domain_lookup_by_uuid", { uuid: parseUuid(vmId) }),
    errorNumber.NO_DOMAIN,
  );
  return found?.dom ?? null;
}

export async function isActive(connection: Connection, dom: DomainHandle): Promise<boolean> {
  return (await connection.call("domain_is_active", { dom })).active !== 0;
}

/** Ends a VM's machine where it is on. */
export async function forceOff(connection: Connection, dom: DomainHandle): Promise<void> {
  if (await isActive(connection, dom)) await act(connection, dom, "force-off");
}

function uuidTaken(name: string, vmId: string): AppError {
  return new AppError("conflict", {
    userMessage: `${name} was not created: a VM with its UUID, ${vmId}, was created in the meantime. Check the plan again.`,
  });
}
