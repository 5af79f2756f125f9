import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { findVolume, orNull, type VolumeHandle } from "./look-up";

/**
 * The volume that a disk of a definition is; null where it is none, or one of a pool that is stopped.
 * @param source "/path" or "pool/volume".
 */
export async function volumeOfSource(connection: Connection, source: string): Promise<VolumeHandle | null> {
  if (source.startsWith("/")) {
    const found = connection.call("storage_vol_lookup_by_path", { path: source });
    return (await orNull(found, errorNumber.NO_STORAGE_VOL))?.vol ?? null;
  }
  const slash = source.indexOf("/");
  if (slash < 1) return null;
  const lookup = connection.call("storage_pool_lookup_by_name", { name: source.slice(0, slash) });
  const found = await orNull(lookup, errorNumber.NO_STORAGE_POOL);
  if (found === null) return null;
  try {
    return await findVolume(connection, found.pool, source.slice(slash + 1));
  } catch (error) {
    // libvirt tells nothing of a pool that is stopped; another check names it.
    if (error instanceof AppError) throw error;
    const { active } = await connection.call("storage_pool_is_active", { pool: found.pool });
    if (active === 0) return null;
    throw error;
  }
}
