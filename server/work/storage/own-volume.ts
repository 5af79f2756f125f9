import * as z from "zod";
import { noteOf, type StepContext, type StepMemory } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { ConnectionError } from "../../libvirt/errors";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import { findPool, findVolume, orNull, type VolumeHandle } from "../../storage/look-up";
import { type Announce, taken } from "../../storage/volume-acts";
import { presentSoon } from "../present-soon";
import { deleteWhenWhole, untilWhole } from "./until-whole";
import { isAsAsked, isStill, type VolumeIdentity, volumeIdentity } from "./volume-identity";

/** Where a job makes a volume. */
export interface VolumePlace {
  pool: string;
  name: string;
}

/**
 * What a step notes of the volume that it makes.
 * - asked: there was none of that name, and libvirt is asked for one like this. One that is there now is the step's own
 *   if it is as it was asked for.
 * - made: libvirt has said that it made it.
 * - removing: it is being deleted, as it was then.
 */
const volumeNoteSchema = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("asked"),
    format: z.string().nullable(),
    capacityBytes: z.number(),
    allocationBytes: z.number(),
    image: z.boolean(),
    /** Nothing was to be in it yet. */
    empty: z.boolean(),
  }),
  z.object({ state: z.literal("made") }),
  z.object({ state: z.literal("removing"), as: z.record(z.string(), z.string().nullable()) }),
]);
export type VolumeNote = z.infer<typeof volumeNoteSchema>;

/**
 * Makes a volume that is the step's own: noted before and after, so that nobody else's is ever taken for it. What a
 * crash has left of an own one is deleted first.
 * @param create Has libvirt make it; tells beforehand what it asks for.
 * @param empty Whether `create` only makes it, and what is to be in it is written later.
 * @throws AppError "conflict" where somebody else has a volume of that name.
 */
export async function makeOwnVolume(
  connection: Connection,
  place: VolumePlace,
  context: StepContext,
  { create, empty }: { create(announce: Announce): Promise<unknown>; empty: boolean },
): Promise<void> {
  await removeOwnVolume(connection, place, context);
  if ((await lookUpVolume(connection, place)) !== null) throw taken(place.pool, place.name);
  try {
    await create(({ name: _name, ...asked }) => context.remember({ state: "asked", ...asked, empty }));
  } catch (error) {
    // What libvirt refused to make is not there, or is another's. Without an answer it may have been made.
    if (!(error instanceof ConnectionError)) context.remember(null);
    throw error;
  }
  context.remember({ state: "made" });
}

/** Deletes the volume that a step made, where it did and where it still is that one. */
export async function removeOwnVolume(
  connection: Connection,
  place: VolumePlace,
  memory: StepMemory,
): Promise<void> {
  const note = noteOf(memory.note, volumeNoteSchema);
  if (note === null) return;
  const look = () => lookUpVolume(connection, place);
  // What libvirt was asked for before a crash it may be about to do.
  const vol = note.state === "asked" ? await presentSoon(look) : await look();
  // Before it is whole nobody can tell whether it is as it was asked for, and libvirt deletes none.
  if (vol !== null) await untilWhole(connection, vol, memory.signal);
  const identity = vol && (await identityOf(connection, vol));
  if (vol !== null && identity !== null && isOwn(identity, note)) {
    memory.remember({ state: "removing", as: { ...identity.lasting } });
    await deleteWhenWhole(connection, vol, memory.signal);
  }
  memory.remember(null);
}

function isOwn(found: VolumeIdentity, note: VolumeNote): boolean {
  switch (note.state) {
    case "asked":
      return isAsAsked(found, note);
    case "made":
      return true;
    case "removing":
      return isStill(found, note.as);
  }
}

/** The volume at a place; null where there is none. */
export async function lookUpVolume(
  connection: Connection,
  { pool, name }: VolumePlace,
): Promise<VolumeHandle | null> {
  return findVolume(connection, await findPool(connection, pool), name);
}

/** By what a volume is known again; null of one that is gone meanwhile. */
export async function identityOf(connection: Connection, vol: VolumeHandle): Promise<VolumeIdentity | null> {
  const described = await orNull(
    connection.call("storage_vol_get_xml_desc", { vol, flags: 0 }),
    errorNumber.NO_STORAGE_VOL,
  );
  return described && volumeIdentity(described.xml);
}
