import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import type { ProcedureArguments } from "../libvirt/protocol/procedures.gen";
import { parseUuid } from "../libvirt/uuid";

/** libvirt's handle of a pool. */
export type PoolHandle = ProcedureArguments["storage_pool_create"]["pool"];
/** libvirt's handle of a volume. */
export type VolumeHandle = ProcedureArguments["storage_vol_delete"]["vol"];

/** The pool of that name; an AppError "not-found" where the host has none. */
export async function findPool(connection: Connection, name: string): Promise<PoolHandle> {
  const found = await orNull(
    connection.call("storage_pool_lookup_by_name", { name }),
    errorNumber.NO_STORAGE_POOL,
  );
  if (found !== null) return found.pool;
  throw new AppError("not-found", { userMessage: `The host no longer has a storage pool “${name}”.` });
}

/** The pool of that UUID; null where there is none. */
export async function findPoolByUuid(connection: Connection, uuid: string): Promise<PoolHandle | null> {
  const found = await orNull(
    connection.call("storage_pool_lookup_by_uuid", { uuid: parseUuid(uuid) }),
    errorNumber.NO_STORAGE_POOL,
  );
  return found?.pool ?? null;
}

/** The volume of that name in a pool; null where it has none. */
export async function findVolume(
  connection: Connection,
  pool: PoolHandle,
  name: string,
): Promise<VolumeHandle | null> {
  const found = await orNull(
    connection.call("storage_vol_lookup_by_name", { pool, name }),
    errorNumber.NO_STORAGE_VOL,
  );
  return found?.vol ?? null;
}

/** All volumes of a pool, as libvirt knows them. */
export async function volumesIn(connection: Connection, pool: PoolHandle): Promise<VolumeHandle[]> {
  const list = { pool, need_results: 1, flags: 0 };
  return (await connection.call("storage_pool_list_all_volumes", list)).vols;
}

/** As {@link findVolume}; an AppError "not-found" where there is none. */
export async function existingVolume(
  connection: Connection,
  poolName: string,
  name: string,
): Promise<VolumeHandle> {
  const volume = await findVolume(connection, await findPool(connection, poolName), name);
  if (volume !== null) return volume;
  throw new AppError("not-found", {
    userMessage: `The pool ${poolName} has no volume “${name}”. Refresh the pool if its files were changed outside libvirt.`,
  });
}

/** Resolves to null where libvirt refuses with `code`. */
export async function orNull<T>(answer: Promise<T>, code: number): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof LibvirtError && error.code === code) return null;
    throw error;
  }
}
