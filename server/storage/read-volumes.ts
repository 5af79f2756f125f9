import pMap from "p-map";
import type { Connection } from "../libvirt/connection";
import { ConnectionError, LibvirtError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { sizeOf } from "../units/memory-size";
import { problemOf } from "../xml/problem-of";
import { attributeOf, childOf, parseXml, textOf } from "../xml/xml";
import { orNull, type PoolHandle, type VolumeHandle } from "./look-up";
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
    const volumes = await readOpenPool(connection, found.pool);
    // libvirt tells nothing of the volumes of a pool that was stopped meanwhile.
    const silent = volumes.some(({ unreadable }) => unreadable?.xml === "");
    return silent && !(await isActive(connection, found.pool)) ? null : volumes;
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
  const read = (vol: VolumeHandle) => orNull(readVolumeRow(connection, vol), errorNumber.NO_STORAGE_VOL);
  const volumes = await pMap(vols, read, { concurrency: 4 });
  return volumes.filter((volume) => volume !== null).sort((one, other) => one.name.localeCompare(other.name));
}

/** One that can't be read says so, and is no error. It is called as libvirt's list has it, by which acts find it. */
async function readVolumeRow(connection: Caller, vol: VolumeHandle): Promise<Volume> {
  let xml = "";
  try {
    xml = (await connection.call("storage_vol_get_xml_desc", { vol, flags: 0 })).xml;
    return { ...parseVolume(xml), name: vol.name, key: vol.key };
  } catch (error) {
    if (error instanceof ConnectionError) throw error;
    // A name that is no UTF-8 can't be named to libvirt, which has no volume called by what became of it.
    if (isGone(error)) {
      if (!vol.name.includes("\uFFFD")) throw error;
      return { ...nothing, name: vol.name, key: vol.key, unreadable: { problem: notUtf8, xml } };
    }
    return { ...nothing, name: vol.name, key: vol.key, unreadable: { problem: problemOf(error), xml } };
  }
}

const notUtf8 =
  "Its name is no UTF-8, so that libvirt can’t be asked about it. Rename the file, and refresh the pool.";

function isGone(error: unknown): boolean {
  return error instanceof LibvirtError && error.code === errorNumber.NO_STORAGE_VOL;
}

/** What stands for a volume of which nothing is known. */
const nothing = {
  path: null,
  format: null,
  capacityBytes: 0,
  allocationBytes: 0,
  backingPath: null,
} as const;

/** Reads a volume's XML (https://libvirt.org/formatstorage.html#storage-volume-xml). */
export function parseVolume(xml: string): Volume {
  const root = parseXml(xml).documentElement;
  const bytes = (name: string) => {
    const element = childOf(root, name);
    return Number(sizeOf(element, textOf(element), "bytes") ?? 0n);
  };
  return {
    name: textOf(childOf(root, "name")) ?? "",
    key: textOf(childOf(root, "key")) ?? "",
    path: textOf(childOf(root, "target", "path")),
    format: attributeOf(childOf(root, "target", "format"), "type"),
    capacityBytes: bytes("capacity"),
    allocationBytes: bytes("allocation"),
    backingPath: textOf(childOf(root, "backingStore", "path")),
    unreadable: null,
  };
}
