import { randomBytes } from "node:crypto";
import type { Connection } from "../../libvirt/connection";
import { findPool, findVolume, volumesIn } from "../../storage/look-up";
import { refreshPoolIfIdle } from "../../storage/pool-acts";
import { createVolume, deleteVolumeIfThere } from "../../storage/volume-acts";

/** A pool of a host that can be asked. */
export interface AskedPool {
  connection: Connection;
  pool: string;
  /** libvirt's word for its kind. */
  type: string;
  /** Its <source>, as text; null where it has none. */
  source: string | null;
}

/** With the time at which it was made, so that what a crash has left is known. */
const probeName = /^passdeck-probe-(\d+)-[0-9a-f]{16}$/;
/** No probe is needed for longer, milliseconds. */
const probeLastsMs = 10 * 60_000;
/** Kinds whose volumes are files of a folder. */
const ofFiles: readonly string[] = ["dir", "fs", "netfs", "gluster", "vstorage"];

export function keepsFiles(type: string): boolean {
  return ofFiles.includes(type);
}

/**
 * Whether two hosts have the same files in a pool each. Nothing that a host tells of a folder says so for sure: a file is made in
 * the one, looked for in the other, and taken away again. Of what is no folder, the same source is the same storage.
 */
export async function isSameStorage(here: AskedPool, there: AskedPool): Promise<boolean> {
  if (here.type !== there.type && !(keepsFiles(here.type) && keepsFiles(there.type))) return false;
  if (!keepsFiles(here.type))
    return here.type !== "logical" && here.source !== null && here.source === there.source;
  await removeOldProbes(here);
  const name = `passdeck-probe-${Date.now()}-${randomBytes(8).toString("hex")}`;
  const empty = { name, format: "raw" as const, capacityBytes: 512, allocateAll: false };
  await createVolume(here.connection, here.pool, empty);
  try {
    await refreshPoolIfIdle(there.connection, there.pool);
    return (await findVolume(there.connection, await findPool(there.connection, there.pool), name)) !== null;
  } finally {
    await deleteVolumeIfThere(here.connection, here.pool, name);
    await refreshPoolIfIdle(there.connection, there.pool);
  }
}

/** Takes away what Passdeck could not, because it was killed. */
async function removeOldProbes({ connection, pool }: AskedPool): Promise<void> {
  for (const { name } of await volumesIn(connection, await findPool(connection, pool))) {
    const made = probeName.exec(name)?.[1];
    if (made !== undefined && Date.now() - Number(made) > probeLastsMs)
      await deleteVolumeIfThere(connection, pool, name);
  }
}
