import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { listNetworksFlags, storagePoolState } from "../../libvirt/protocol/constants.gen";
import type { ProcedureResult } from "../../libvirt/protocol/procedures.gen";
import { attributeOf, parseXml } from "../../xml/xml";
import type { PreflightPool } from "../preflight/preflight.schema";

type Pool = ProcedureResult["connect_list_all_storage_pools"]["pools"][number];

/** A pool with the names of its volumes by their paths. */
export interface PoolContent extends PreflightPool {
  volumePaths: ReadonlyMap<string, string>;
}

/** What libvirt keeps for VMs: pools with their volumes, networks, filters. */
export interface LibvirtResources {
  pools: PoolContent[];
  networks: { name: string; active: boolean }[];
  filters: string[];
}

/** Reads them anew; a few calls and three more for each pool. */
export async function readLibvirtResources(connection: Connection): Promise<LibvirtResources> {
  const [{ pools }, all, active, filters] = await Promise.all([
    connection.call("connect_list_all_storage_pools", { need_results: 1, flags: 0 }),
    connection.call("connect_list_all_networks", { need_results: 1, flags: 0 }),
    connection.call("connect_list_all_networks", { need_results: 1, flags: listNetworksFlags.ACTIVE }),
    connection.call("connect_list_all_nwfilters", { need_results: 1, flags: 0 }).catch(noneOfDriver),
  ]);
  const running = new Set(active.nets.map(({ name }) => name));
  return {
    pools: (await Promise.all(pools.map((pool) => readPool(connection, pool)))).toSorted(byName),
    networks: all.nets.map(({ name }) => ({ name, active: running.has(name) })).toSorted(byName),
    filters: (filters?.filters ?? []).map(({ name }) => name).toSorted(),
  };
}

async function readPool(connection: Connection, pool: Pool): Promise<PoolContent> {
  const stopped = { name: pool.name, type: "", active: false, availableBytes: 0, volumes: [] };
  try {
    const { state, available } = await connection.call("storage_pool_get_info", { pool });
    const { xml } = await connection.call("storage_pool_get_xml_desc", { pool, flags: 0 });
    const type = attributeOf(parseXml(xml).documentElement, "type") ?? "";
    if (state !== storagePoolState.RUNNING) return { ...stopped, type, volumePaths: new Map() };
    const { vols } = await connection.call("storage_pool_list_all_volumes", {
      pool,
      need_results: 1,
      flags: 0,
    });
    return {
      name: pool.name,
      type,
      active: true,
      availableBytes: Number(available),
      volumes: vols.map(({ name }) => name).toSorted(),
      // The key of a volume that is a file or a block device is its path.
      volumePaths: new Map(vols.map(({ name, key }) => [key, name])),
    };
  } catch (error) {
    // Stopped or deleted since it was listed.
    if (error instanceof LibvirtError) return { ...stopped, volumePaths: new Map() };
    throw error;
  }
}

function byName(left: { name: string }, right: { name: string }): number {
  return left.name.localeCompare(right.name);
}

function noneOfDriver(error: unknown): null {
  if (error instanceof LibvirtError) return null;
  throw error;
}
