import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import type { ProcedureResult } from "../../libvirt/protocol/procedures.gen";
import { buildXml } from "../../vm/build-xml";

export type VolumeHandle = ProcedureResult["storage_vol_lookup_by_name"]["vol"];

/** A volume by its names. */
export interface VolumeName {
  pool: string;
  volume: string;
}

/** The definition of a new volume (https://libvirt.org/formatstorage.html#storage-volume-xml). */
export function volumeXml(name: string, bytes: number | bigint, format: string): string {
  return buildXml({
    name: "volume",
    children: [
      { name: "name", text: name },
      { name: "capacity", attributes: { unit: "bytes" }, text: String(bytes) },
      // Takes of the pool what is written to it.
      { name: "allocation", text: "0" },
      { name: "target", children: [{ name: "format", attributes: { type: format } }] },
    ],
  });
}

/** The pool of that name. */
export async function lookUpPool(connection: Connection, name: string) {
  return (await connection.call("storage_pool_lookup_by_name", { name })).pool;
}

/** The volume of that name; null where there is none. */
export async function findVolume(
  connection: Connection,
  { pool: poolName, volume }: VolumeName,
): Promise<VolumeHandle | null> {
  const pool = await lookUpPool(connection, poolName);
  try {
    return (await connection.call("storage_vol_lookup_by_name", { pool, name: volume })).vol;
  } catch (error) {
    if (error instanceof LibvirtError && error.code === errorNumber.NO_STORAGE_VOL) return null;
    throw error;
  }
}

/** Deletes a volume where it is there. */
export async function deleteVolume(connection: Connection, name: VolumeName): Promise<void> {
  const vol = await findVolume(connection, name);
  if (vol !== null) await connection.call("storage_vol_delete", { vol, flags: 0 });
}
