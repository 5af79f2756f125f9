import pMap from "p-map";
import type { Connection } from "../libvirt/connection";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { sizeInBytes } from "../vm/memory";
import { attributeOf, childOf, parseXml, textOf } from "../vm/xml";
import { findPool, orNull } from "./look-up";
import type { VolumeSummary } from "./volume.schema";

/** A volume, without who uses it. */
export type Volume = Omit<VolumeSummary, "usedBy">;

/** What libvirt knows of a pool's volumes, by name; none of a pool that is stopped. */
export async function readVolumes(connection: Connection, poolName: string): Promise<Volume[]> {
  const pool = await findPool(connection, poolName);
  const { active } = await connection.call("storage_pool_is_active", { pool });
  if (active === 0) return [];
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
