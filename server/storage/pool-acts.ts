import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import type { CallOptions } from "../libvirt/pending-call";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { findPool, orNull } from "./look-up";
import type { CreatePoolRequest } from "./pool-request.schema";
import { poolXml } from "./pool-xml";

/** A mount of a network file system, or a scan of many volumes, may take this long; milliseconds. */
const slow = { timeoutMs: 120_000 };

/** Pools for which "build" makes a folder and nothing else: none of their kinds formats anything without being told. */
const withFolder: ReadonlySet<CreatePoolRequest["type"]> = new Set(["dir", "fs", "netfs"]);

/**
 * Has libvirt know a pool.
 * @param uuid Its own, by which it is known again.
 * @throws AppError "conflict" where the name is another pool's.
 */
export async function definePool(
  connection: Connection,
  request: CreatePoolRequest,
  uuid: string,
): Promise<void> {
  const { name } = request;
  if (await orNull(connection.call("storage_pool_lookup_by_name", { name }), errorNumber.NO_STORAGE_POOL)) {
    throw new AppError("conflict", {
      userMessage: `The host already has a storage pool “${name}”. Choose another name.`,
    });
  }
  await connection.call("storage_pool_define_xml", { xml: poolXml(request, uuid), flags: 0 });
}

/** Makes the folder of a pool that has one. */
export async function buildPool(connection: Connection, { name, type }: CreatePoolRequest): Promise<void> {
  if (!withFolder.has(type)) return;
  const pool = await findPool(connection, name);
  await connection.call("storage_pool_build", { pool, flags: 0 }, slow);
}

export async function isPoolActive(connection: Connection, name: string): Promise<boolean> {
  const pool = await findPool(connection, name);
  return (await connection.call("storage_pool_is_active", { pool })).active !== 0;
}

export async function startPool(connection: Connection, name: string): Promise<void> {
  const pool = await findPool(connection, name);
  await connection.call("storage_pool_create", { pool, flags: 0 }, slow);
}

export async function stopPool(connection: Connection, name: string): Promise<void> {
  const pool = await findPool(connection, name);
  await connection.call("storage_pool_destroy", { pool }, slow);
}

/** Has libvirt look at what is there: files that were put into the pool by other means become volumes. */
export async function refreshPool(
  connection: Connection,
  name: string,
  options: CallOptions = slow,
): Promise<void> {
  const pool = await findPool(connection, name);
  await connection.call("storage_pool_refresh", { pool, flags: 0 }, options);
}

/** As {@link refreshPool}, where the pool is not busy with something: libvirt looks by itself after that. */
export async function refreshPoolIfIdle(connection: Connection, name: string): Promise<void> {
  try {
    await refreshPool(connection, name);
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
  }
}

export async function setPoolAutostart(
  connection: Connection,
  name: string,
  autostart: boolean,
): Promise<void> {
  const pool = await findPool(connection, name);
  await connection.call("storage_pool_set_autostart", { pool, autostart: autostart ? 1 : 0 });
}

/** Whether a pool is started with its host. */
export async function isPoolAutostarted(connection: Connection, name: string): Promise<boolean> {
  const pool = await findPool(connection, name);
  return (await connection.call("storage_pool_get_autostart", { pool })).autostart !== 0;
}

/**
 * Has libvirt forget a pool, which is stopped first where it runs; one that was never defined for good is gone with that.
 * What is in it stays where it is.
 */
export async function deletePool(connection: Connection, name: string): Promise<void> {
  const pool = await findPool(connection, name);
  const { persistent } = await connection.call("storage_pool_is_persistent", { pool });
  const { active } = await connection.call("storage_pool_is_active", { pool });
  if (active !== 0) await connection.call("storage_pool_destroy", { pool }, slow);
  if (persistent !== 0) await connection.call("storage_pool_undefine", { pool });
}
