import pMap from "p-map";
import { sizeInBytes } from "../domain/memory";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { attributeOf, childOf, parseXml, textOf } from "../xml/xml";
import { orNull, type PoolHandle } from "./look-up";
import type { VolumeSummary } from "./volume.schema";

/** A volume, without who uses it. */
export type Volume = Omit<VolumeSummary, "usedBy">;

type Caller = Pick<Connection, "call">;

/** What libvirt knows of a pool's volumes, by name; null of a pool that is stopped or gone, be it while it is read. */
export async function readVolumes(connection: Caller, poolName: string): Promise<Volume[] | null> {
  const found = await orNull(
    connection.call("storage_pool_lookup_by_name", { name: poolName }),
    errorNumber.NO_STORAGE_POOL,
  );
  if (found === null) return null;
  try {
    return await readOpenPool(connection, found.pool);
  } catch (error) {
    // libvirt's number for a stopped pool stands for much else.
    if (error instanceof LibvirtError && !(await isActive(connection, found.pool))) return null;
    throw error;
  }
}

async function isActive(connection: Caller, pool: PoolHandle): Promise<boolean> {
  const answer = await orNull(
    connection.call("storage_pool_is_active", { pool }),
    errorNumber.NO_STORAGE_POOL,
  );
  return answer?.active === 1;
}

async function readOpenPool(connection: Caller, pool: PoolHandle): Promise<Volume[]> {
  const { vols } = await connection.call("storage_pool_list_all_volumes", {
    pool,
    need_results: 1,
    flags: 0,
  });
  const read = (vol: (typeof vols)[number]) =>
    orNull(connection.call("storage_vol_get_xml_desc", { vol, flags: 0 }), errorNumber.NO_STORAGE_VOL);
  const answers = await pMap(vols, read, { concurrency: 4 });
  return answers
    .flatMap((answer) => (answer === null ? [] : [parseVolume(answer.xml)]))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** Reads a volume's XML (https://libvirt.org/formatstorage.html#storage-volume-xml). */
export function parseVolume(xml: string): Volume {
  const root = parseXml(xml).documentElement;
  const bytes = (name: string) => {
    const element = childOf(root, name);
    return sizeInBytes(textOf(element), attributeOf(element, "unit") ?? "bytes");
  };
  return {
    name: textOf(childOf(root, "name")) ?? "",
    key: textOf(childOf(root, "key")) ?? "",
    path: textOf(childOf(root, "target", "path")),
    format: attributeOf(childOf(root, "target", "format"), "type"),
    capacityBytes: bytes("capacity"),
    allocationBytes: bytes("allocation"),
    backingPath: textOf(childOf(root, "backingStore", "path")),
  };
}
