import type { Element } from "@xmldom/xmldom";
import type { Connection } from "../libvirt/connection";
import { errorNumber, listStoragePoolsFlags } from "../libvirt/protocol/constants.gen";
import { formatUuid } from "../libvirt/uuid";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../xml/xml";
import { orNull, type PoolHandle } from "./look-up";
import { type PoolSummary, poolStates } from "./pool.schema";

/** All storage pools of a host, by name. A pool that vanishes between the list and the look is left out. */
export async function readPools(connection: Connection): Promise<PoolSummary[]> {
  const list = async (flags: number) =>
    (await connection.call("connect_list_all_storage_pools", { need_results: 1, flags })).pools;
  const namesOf = async (flags: number) => new Set((await list(flags)).map(({ name }) => name));
  const [all, autostart, persistent] = await Promise.all([
    list(0),
    namesOf(listStoragePoolsFlags.AUTOSTART),
    namesOf(listStoragePoolsFlags.PERSISTENT),
  ]);
  const pools = await Promise.all(
    all.map((pool) =>
      orNull(
        readPool(connection, pool, {
          autostart: autostart.has(pool.name),
          persistent: persistent.has(pool.name),
        }),
        errorNumber.NO_STORAGE_POOL,
      ),
    ),
  );
  return pools.filter((pool) => pool !== null).sort((one, other) => one.name.localeCompare(other.name));
}

async function readPool(
  connection: Connection,
  pool: PoolHandle,
  flags: Pick<PoolSummary, "autostart" | "persistent">,
): Promise<PoolSummary> {
  const [info, { xml }] = await Promise.all([
    connection.call("storage_pool_get_info", { pool }),
    connection.call("storage_pool_get_xml_desc", { pool, flags: 0 }),
  ]);
  const root = parseXml(xml).documentElement;
  const state = poolStates[info.state] ?? "inaccessible";
  // libvirt keeps the figures of a pool that was stopped.
  const bytes = (figure: bigint) => (state === "inactive" ? 0 : Number(figure));
  return {
    id: formatUuid(pool.uuid),
    name: pool.name,
    type: attributeOf(root, "type") ?? "",
    state,
    ...flags,
    path: textOf(childOf(root, "target", "path")),
    source: sourceOf(childOf(root, "source")),
    capacityBytes: bytes(info.capacity),
    allocationBytes: bytes(info.allocation),
    availableBytes: bytes(info.available),
  };
}

/** Host and folder, device, or name: what a pool's `<source>` has of them (https://libvirt.org/formatstorage.html). */
function sourceOf(source: Element | null): string | null {
  const hosts = childrenOf(source, "host").flatMap((host) => attributeOf(host, "name") ?? []);
  const place =
    attributeOf(childOf(source, "dir"), "path") ??
    textOf(childOf(source, "name")) ??
    attributeOf(childOf(source, "device"), "path");
  if (place === null || place === "") return null;
  return hosts.length === 0 ? place : `${hosts.join(",")}:${place}`;
}
