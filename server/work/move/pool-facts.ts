import type { Connection } from "../../libvirt/connection";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import { findVolume, orNull, type PoolHandle, type VolumeHandle } from "../../storage/look-up";
import { refreshPoolIfIdle } from "../../storage/pool-acts";
import { attributeOf, childOf, parseXml, textOf } from "../../xml/xml";
import type { AskedPool } from "./shared-pools";

/** A pool of a host, as far as disks go there. */
export interface PoolFacts extends AskedPool {
  path: string;
  active: boolean;
  availableBytes: number;
}

/** The target's pool of the same path; of a disk that names its pool, that of the same name. */
export async function counterpart(
  there: Connection,
  here: PoolFacts,
  named: string | null,
): Promise<PoolFacts | null> {
  if (named !== null) return namedPool(there, named);
  const byPath =
    here.path === ""
      ? null
      : await orNull(
          there.call("storage_pool_lookup_by_target_path", { path: here.path }),
          errorNumber.NO_STORAGE_POOL,
        );
  return byPath === null ? namedPool(there, here.pool) : factsOf(there, byPath.pool);
}

/** The pool of that name; null where there is none. */
export async function namedPool(connection: Connection, name: string): Promise<PoolFacts | null> {
  const found = await orNull(
    connection.call("storage_pool_lookup_by_name", { name }),
    errorNumber.NO_STORAGE_POOL,
  );
  return found && factsOf(connection, found.pool);
}

/** As {@link namedPool}, of one that runs. */
export async function poolFacts(connection: Connection, name: string): Promise<PoolFacts | null> {
  const facts = await namedPool(connection, name);
  return facts?.active ? facts : null;
}

async function factsOf(connection: Connection, pool: PoolHandle): Promise<PoolFacts> {
  const [{ active }, { xml }] = await Promise.all([
    connection.call("storage_pool_is_active", { pool }),
    connection.call("storage_pool_get_xml_desc", { pool, flags: 0 }),
  ]);
  const root = parseXml(xml).documentElement;
  const source = childOf(root, "source");
  const available = active === 1 ? (await connection.call("storage_pool_get_info", { pool })).available : 0n;
  return {
    connection,
    pool: pool.name,
    type: attributeOf(root, "type") ?? "",
    source: source?.toString() ?? null,
    path: textOf(childOf(root, "target", "path")) ?? "",
    active: active === 1,
    availableBytes: Number(available),
  };
}

/** The volume of that name in a running pool; null where there is none. */
export async function volumeIn(
  connection: Connection,
  pool: string,
  name: string,
): Promise<VolumeHandle | null> {
  await refreshPoolIfIdle(connection, pool);
  const found = await orNull(
    connection.call("storage_pool_lookup_by_name", { name: pool }),
    errorNumber.NO_STORAGE_POOL,
  );
  return found && findVolume(connection, found.pool, name);
}
