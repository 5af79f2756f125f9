import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { errorNumber, storagePoolCreateFlags } from "../../libvirt/protocol/constants.gen";
import { orNull, type PoolHandle } from "../../storage/look-up";
import { refreshPoolIfIdle } from "../../storage/pool-acts";
import { buildXml } from "../../xml/build-xml";

export interface FolderPool {
  /** A folder of the host. */
  folder: string;
  /** A name for the pool, where the folder is none yet. */
  poolName: string;
  /** Whether the folder is made where it is not there. */
  make?: boolean;
}

type Work = (connection: Connection, pool: PoolHandle) => Promise<void>;

/**
 * Does `work` with a folder of the host as one of libvirt's pools, which reaches it on other machines too: with the pool
 * that it is, or one that lasts no longer than the work.
 * @returns false where there is no such folder; nothing was done then.
 */
export async function withPoolOf(connection: Connection, folder: FolderPool, work: Work): Promise<boolean> {
  const found = await orNull(
    connection.call("storage_pool_lookup_by_target_path", { path: folder.folder }),
    errorNumber.NO_STORAGE_POOL,
  );
  if (found === null) {
    const made = await makePool(connection, folder);
    if (made === "there already") return withPoolOf(connection, folder, work);
    return made !== null && withOwnPool(connection, made, work);
  }
  const refreshed: Work = async (_, pool) => {
    // One in which something is written is looked at by libvirt itself after that.
    await refreshPoolIfIdle(connection, pool.name);
    await work(connection, pool);
  };
  if (found.pool.name === folder.poolName) return withLeftPool(connection, folder, found.pool, refreshed);
  await refreshed(connection, found.pool);
  return true;
}

/** With what a crash left of this very work, which what crashed may still have ended meanwhile. */
async function withLeftPool(
  connection: Connection,
  folder: FolderPool,
  pool: PoolHandle,
  work: Work,
): Promise<boolean> {
  try {
    return await withOwnPool(connection, pool, work);
  } catch (error) {
    if (await isActive(connection, pool)) throw error;
    return withPoolOf(connection, folder, work);
  }
}

/** libvirt ends a pool that lasts only until then in two steps: for a moment it is still there, and not active. */
async function isActive(connection: Connection, pool: PoolHandle): Promise<boolean> {
  return (await unlessGone(connection.call("storage_pool_is_active", { pool })))?.active === 1;
}

async function withOwnPool(connection: Connection, pool: PoolHandle, work: Work): Promise<true> {
  try {
    await work(connection, pool);
  } finally {
    await unlessGone(connection.call("storage_pool_destroy", { pool }));
  }
  return true;
}

function unlessGone<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  return orNull(answer, errorNumber.NO_STORAGE_POOL);
}

/**
 * null where there is no such folder.
 * @param afterAnother Whether one of this name has just gone.
 */
async function makePool(
  connection: Connection,
  { folder, poolName, make = false }: FolderPool,
  afterAnother = false,
): Promise<PoolHandle | "there already" | null> {
  const xml = buildXml({
    name: "pool",
    attributes: { type: "dir" },
    children: [
      { name: "name", text: poolName },
      { name: "target", children: [{ name: "path", text: folder }] },
    ],
  });
  try {
    const flags = make ? storagePoolCreateFlags.WITH_BUILD : 0;
    return (await connection.call("storage_pool_create_xml", { xml, flags })).pool;
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
    if (!make && error.code === errorNumber.SYSTEM_ERROR) return null;
    const name = { name: poolName };
    // Asked for before a crash, and made only now.
    if (await unlessGone(connection.call("storage_pool_lookup_by_name", name))) return "there already";
    // It was in the way, as what made it was ending it, and went between both calls.
    const wasInTheWay = error.code === errorNumber.OPERATION_FAILED && !afterAnother;
    if (wasInTheWay) return makePool(connection, { folder, poolName, make }, true);
    throw error;
  }
}
