import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import { findVolume, orNull, type PoolHandle } from "../../storage/look-up";
import { copyVolume, deleteVolumeIfThere } from "../../storage/volume-acts";
import { buildXml } from "../../vm/build-xml";
import type { CloneVariables } from "../../vm/create/clone-variables";
import type { StepWork } from "../job-kind";

/**
 * Copies what the firmware of a VM keeps for its clone: without its boot entries a guest may not be found. An original
 * that never ran has no such file, and neither needs its clone one.
 * @param poolName A name for the pool that makes the files' folder one of libvirt's, for as long as the copy lasts.
 */
export function variablesStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  variables: CloneVariables,
  poolName: string,
): StepWork {
  const { folder, from, to } = variables;
  const inFolder = (work: (connection: Connection, pool: PoolHandle) => Promise<void>) =>
    fleet
      .host(hostId)
      .run(`Firmware variables ${to}`, (connection) => withPoolOf(connection, { folder, poolName }, work));
  let foreign = false;
  return {
    run: ({ resumed }) =>
      inFolder(async (connection, pool) => {
        if (resumed) await deleteVolumeIfThere(connection, pool.name, to);
        foreign = (await findVolume(connection, pool, to)) !== null;
        if (foreign) throw leftBehind(`${folder}/${to}`);
        if ((await findVolume(connection, pool, from)) === null) return;
        await copyVolume(connection, { fromPool: pool.name, from, toPool: pool.name, to });
      }),
    verify: () => Promise.resolve(),
    undo: async () => {
      if (foreign) return;
      await inFolder((connection, pool) => deleteVolumeIfThere(connection, pool.name, to));
    },
  };
}

/** Does `work` with the pool of a folder; with one that lasts no longer than the work, where there is none. */
async function withPoolOf(
  connection: Connection,
  { folder, poolName }: { folder: string; poolName: string },
  work: (connection: Connection, pool: PoolHandle) => Promise<void>,
): Promise<void> {
  const found = await orNull(
    connection.call("storage_pool_lookup_by_target_path", { path: folder }),
    errorNumber.NO_STORAGE_POOL,
  );
  if (found !== null) {
    await connection.call("storage_pool_refresh", { pool: found.pool, flags: 0 });
    await work(connection, found.pool);
    return;
  }
  const made = await makePool(connection, folder, poolName);
  if (made === null) return;
  try {
    await work(connection, made);
  } finally {
    await connection.call("storage_pool_destroy", { pool: made });
  }
}

/** null where there is no such folder: then no VM of the host has such files. */
async function makePool(connection: Connection, folder: string, name: string): Promise<PoolHandle | null> {
  const xml = buildXml({
    name: "pool",
    attributes: { type: "dir" },
    children: [
      { name: "name", text: name },
      { name: "target", children: [{ name: "path", text: folder }] },
    ],
  });
  try {
    return (await connection.call("storage_pool_create_xml", { xml, flags: 0 })).pool;
  } catch (error) {
    if (error instanceof LibvirtError && error.code === errorNumber.SYSTEM_ERROR) return null;
    throw error;
  }
}

function leftBehind(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `${path} is on the host already: another VM of that name has left it, or uses it. Delete it on the host, or choose another name.`,
  });
}
