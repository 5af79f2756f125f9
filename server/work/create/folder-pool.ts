import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { errorNumber, storagePoolCreateFlags } from "../../libvirt/protocol/constants.gen";
import { orNull, type PoolHandle } from "../../storage/look-up";
import { buildXml } from "../../xml/build-xml";

export interface FolderPool {
  /** A folder of the host. */
  folder: string;
  /** A name for the pool, where the folder is none yet. */
  poolName: string;
  /** Whether the folder is made where it is not there. */
  make?: boolean;
}

/**
 * Does `work` with a folder of the host as one of libvirt's pools, which reaches it on other machines too: with the pool
 * that it is, or one that lasts no longer than the work.
 * @returns false where there is no such folder; nothing was done then.
 */
export async function withPoolOf(
  connection: Connection,
  { folder, poolName, make = false }: FolderPool,
  work: (connection: Connection, pool: PoolHandle) => Promise<void>,
): Promise<boolean> {
  const found = await orNull(
    connection.call("storage_pool_lookup_by_target_path", { path: folder }),
    errorNumber.NO_STORAGE_POOL,
  );
  if (found !== null) {
    await connection.call("storage_pool_refresh", { pool: found.pool, flags: 0 });
    // One of this name is what a crash left of this very work.
    if (found.pool.name === poolName) return withOwnPool(connection, found.pool, work);
    await work(connection, found.pool);
    return true;
  }
  const made = await makePool(connection, { folder, poolName, make });
  return made !== null && withOwnPool(connection, made, work);
}

async function withOwnPool(
  connection: Connection,
  pool: PoolHandle,
  work: (connection: Connection, pool: PoolHandle) => Promise<void>,
): Promise<true> {
  try {
    await work(connection, pool);
  } finally {
    await connection.call("storage_pool_destroy", { pool });
  }
  return true;
}

/** null where there is no such folder. */
async function makePool(
  connection: Connection,
  { folder, poolName, make }: Required<FolderPool>,
): Promise<PoolHandle | null> {
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
    if (!make && error instanceof LibvirtError && error.code === errorNumber.SYSTEM_ERROR) return null;
    throw error;
  }
}
