import * as z from "zod";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import { errorNumber, storageXmlFlags } from "../../libvirt/protocol/constants.gen";
import { formatUuid } from "../../libvirt/uuid";
import { findPool, findPoolByUuid, orNull } from "../../storage/look-up";
import { givenNameSchema } from "../../storage/names.schema";
import { startPool, stopPool } from "../../storage/pool-acts";
import type { StorageRoom } from "../storage/storage-room";
import type { Switchable } from "../switch/switchable";

/** What work on pools reaches. */
export interface PoolRooms {
  fleet: Fleet;
  storage: Pick<StorageRoom, "change">;
}

/** A pool as a job knows it: one of the same name that is there later has another UUID. */
export const jobPoolSchema = z.object({ pool: givenNameSchema, uuid: z.guid() });
export type JobPool = z.infer<typeof jobPoolSchema>;

/** The pool of that name as it is now. */
export interface FoundPool extends JobPool {
  active: boolean;
  persistent: boolean;
}

/** Looks a pool up. An AppError "not-found" where there is none. */
export function foundPool(fleet: Fleet, hostId: string, name: string): Promise<FoundPool> {
  return fleet.host(hostId).run(`Pool ${name}`, async (connection) => {
    const pool = await findPool(connection, name);
    const { active } = await connection.call("storage_pool_is_active", { pool });
    const { persistent } = await connection.call("storage_pool_is_persistent", { pool });
    return { pool: name, uuid: formatUuid(pool.uuid), active: active !== 0, persistent: persistent !== 0 };
  });
}

/** A pool for the steps that switch it. */
export function switchablePool(
  { fleet, storage }: PoolRooms,
  hostId: string,
  { pool: name, uuid }: JobPool,
): Switchable {
  const find = (connection: Connection) => findPoolByUuid(connection, uuid);
  return {
    title: `pool ${name}`,
    host: () => fleet.host(hostId),
    on: (work) => storage.change(hostId, `Pool ${name}`, work),
    find,
    async isOn(connection) {
      const pool = await find(connection);
      const is = pool && connection.call("storage_pool_is_active", { pool });
      return is !== null && (await orNull(is, errorNumber.NO_STORAGE_POOL))?.active === 1;
    },
    start: (connection) => startPool(connection, name),
    stop: (connection) => stopPool(connection, name),
    async definition(connection, pool) {
      const { persistent } = await connection.call("storage_pool_is_persistent", { pool });
      const { autostart } = await connection.call("storage_pool_get_autostart", { pool });
      const flags = persistent === 0 ? 0 : storageXmlFlags.INACTIVE;
      const { xml } = await connection.call("storage_pool_get_xml_desc", { pool, flags });
      return { xml, persistent: persistent !== 0, autostart: autostart !== 0 };
    },
    undefine: (connection, pool) => connection.call("storage_pool_undefine", { pool }),
    define: async (connection, xml) =>
      (await connection.call("storage_pool_define_xml", { xml, flags: 0 })).pool,
    startTransient: (connection, xml) => connection.call("storage_pool_create_xml", { xml, flags: 0 }),
    enableAutostart: (connection, pool) =>
      connection.call("storage_pool_set_autostart", { pool, autostart: 1 }),
  };
}
