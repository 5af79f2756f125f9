import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber, storageVolumeResizeFlags } from "../libvirt/protocol/constants.gen";
import { attributeOf, parseXml } from "../xml/xml";
import { readCopySource, refuseForeignSource } from "./copy-source";
import { existingVolume, findPool, findVolume, type PoolHandle, type VolumeHandle } from "./look-up";
import type { CreateVolumeRequest } from "./volume-request.schema";
import { type VolumePlan, volumeXml } from "./volume-xml";

/** Work that writes a whole volume takes as long as it takes. */
const unhurried = { timeoutMs: 0 };

/** Kinds of pools whose volumes are block devices or objects: they have no format of their own. */
const withoutFormats: ReadonlySet<string> = new Set([
  "logical",
  "zfs",
  "rbd",
  "disk",
  "iscsi",
  "scsi",
  "mpath",
]);

/** Is told what libvirt is about to be asked for, when nothing else stands against it. */
export type Announce = (plan: VolumePlan) => void;

/** Makes an empty volume. */
export async function createVolume(
  connection: Connection,
  poolName: string,
  { name, format, capacityBytes, allocateAll }: CreateVolumeRequest,
  announce?: Announce,
): Promise<void> {
  const pool = await findPool(connection, poolName);
  const image = await hasFormats(connection, pool);
  // An image is made sparse; LVM takes anything less than the whole as a request for a thin snapshot of nothing.
  const allocationBytes = image && !allocateAll ? 0 : capacityBytes;
  await makeVolume(connection, pool, { name, format, capacityBytes, allocationBytes, image }, announce);
}

/**
 * Makes the volume that a file is written into as it is: raw until libvirt has looked at what it holds.
 * @param sizeBytes Of the file.
 * @throws AppError "conflict" where the pool has no room for it.
 */
export async function createVolumeForFile(
  connection: Connection,
  poolName: string,
  name: string,
  sizeBytes: number,
  announce?: Announce,
): Promise<VolumeHandle> {
  const pool = await findPool(connection, poolName);
  await refuseWithoutRoom(connection, pool, { poolName, name, sizeBytes });
  const image = await hasFormats(connection, pool);
  const allocationBytes = image ? 0 : sizeBytes;
  const plan = { name, format: "raw", capacityBytes: sizeBytes, allocationBytes, image };
  return makeVolume(connection, pool, plan, announce);
}

async function refuseWithoutRoom(
  connection: Connection,
  pool: PoolHandle,
  { poolName, name, sizeBytes }: { poolName: string; name: string; sizeBytes: number },
): Promise<void> {
  const { available } = await connection.call("storage_pool_get_info", { pool });
  if (BigInt(sizeBytes) <= available) return;
  throw new AppError("conflict", {
    userMessage: `${name} has ${sizeBytes} bytes, and the pool ${poolName} has ${available} free. Free some space, or choose another pool.`,
  });
}

/** What a guest sees as the size, in bytes. */
export async function capacityOf(connection: Connection, poolName: string, name: string): Promise<number> {
  const vol = await existingVolume(connection, poolName, name);
  return Number((await connection.call("storage_vol_get_info", { vol })).capacity);
}

/**
 * Sets what a guest sees as the size. Shrinking cuts off the end, and is done only where that is said. Whether another file
 * would be resized with it is for the caller to see to, see `foreignProblem`.
 */
export async function resizeVolume(
  connection: Connection,
  poolName: string,
  name: string,
  { capacityBytes, shrink }: { capacityBytes: number; shrink: boolean },
): Promise<void> {
  const vol = await existingVolume(connection, poolName, name);
  const info = await connection.call("storage_vol_get_info", { vol });
  const smaller = BigInt(capacityBytes) < info.capacity;
  if (smaller && !shrink) {
    throw new AppError("conflict", {
      userMessage: `${name} has ${info.capacity} bytes now. To shrink it, confirm that the data at its end may be lost.`,
    });
  }
  const flags = smaller ? storageVolumeResizeFlags.SHRINK : 0;
  await connection.call("storage_vol_resize", { vol, capacity: BigInt(capacityBytes), flags }, unhurried);
}

/** Deletes a volume and what is in it, where it is there. Whether anything uses it is for the caller to see to. */
export async function deleteVolumeIfThere(
  connection: Connection,
  poolName: string,
  name: string,
): Promise<void> {
  const vol = await findVolume(connection, await findPool(connection, poolName), name);
  if (vol !== null) await connection.call("storage_vol_delete", { vol, flags: 0 }, unhurried);
}

/** Where a volume is, and where its copy goes. */
export interface Copy {
  fromPool: string;
  from: string;
  toPool: string;
  to: string;
  /** The copy's, where its pool knows formats; the source's own where left out. */
  format?: "qcow2" | "raw";
  /** How the source is read, where that is known; else the definitions of the VMs that use it tell. */
  readAs?: "qcow2" | "raw";
}

/**
 * Copies a volume, whole and independent of any image that it is built on. Resolves when the copy is there.
 * @throws AppError "conflict" where the copy would read more than the volume, see `foreignProblem`.
 */
export async function copyVolume(
  connection: Connection,
  { fromPool, from, toPool, to, format: wanted, readAs }: Copy,
  announce?: Announce,
): Promise<void> {
  const source = await readCopySource(connection, fromPool, from);
  const pool = await findPool(connection, toPool);
  await refuseForeignSource(connection, source, "copied", readAs);
  const { format, capacityBytes } = source.volume;
  const image = await hasFormats(connection, pool);
  const plan = {
    name: to,
    // An ISO is raw to whoever writes it.
    format: image && (wanted ?? format) === "qcow2" ? "qcow2" : "raw",
    capacityBytes,
    allocationBytes: image ? 0 : capacityBytes,
    image,
  };
  const xml = volumeXml(plan);
  announce?.(plan);
  await connection.call(
    "storage_vol_create_xml_from",
    { pool, xml, clonevol: source.vol, flags: 0 },
    unhurried,
  );
}

/** How many bytes of the pool a volume takes by now; null while it is not there. */
export async function allocationOf(
  connection: Connection,
  poolName: string,
  name: string,
): Promise<number | null> {
  const vol = await findVolume(connection, await findPool(connection, poolName), name);
  if (vol === null) return null;
  const { allocation } = await connection.call("storage_vol_get_info", { vol });
  return Number(allocation);
}

/** An AppError "conflict" where the pool has a volume of that name. */
export async function refuseTakenName(connection: Connection, poolName: string, name: string): Promise<void> {
  if ((await findVolume(connection, await findPool(connection, poolName), name)) !== null)
    throw taken(poolName, name);
}

async function makeVolume(
  connection: Connection,
  pool: PoolHandle,
  plan: VolumePlan,
  announce?: Announce,
): Promise<VolumeHandle> {
  try {
    const xml = volumeXml(plan);
    announce?.(plan);
    return (await connection.call("storage_vol_create_xml", { pool, xml, flags: 0 }, unhurried)).vol;
  } catch (error) {
    if (error instanceof LibvirtError && error.code === errorNumber.STORAGE_VOL_EXIST)
      throw taken(pool.name, plan.name);
    throw error;
  }
}

async function hasFormats(connection: Connection, pool: PoolHandle): Promise<boolean> {
  const { xml } = await connection.call("storage_pool_get_xml_desc", { pool, flags: 0 });
  return !withoutFormats.has(attributeOf(parseXml(xml).documentElement, "type") ?? "");
}

/** An AppError "conflict": the name is another volume's. */
export function taken(poolName: string, name: string): AppError {
  return new AppError("conflict", {
    userMessage: `The pool ${poolName} already has a volume “${name}”. Choose another name, or delete it first.`,
  });
}
