import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import type { DiskOnTheMove } from "../../move/disks";
import { foreignFiles, readCopySource } from "../../storage/copy-source";
import { readFileFacts } from "../../storage/file-facts";
import type { VolumeHandle } from "../../storage/look-up";
import { volumeOfSource } from "../../storage/volume-of-source";
import type { CopiedDisk } from "./move-input.schema";
import { counterpart, namedPool, type PoolFacts, poolFacts, volumeIn } from "./pool-facts";
import { isSameStorage, keepsFiles } from "./shared-pools";

/**
 * What becomes of a disk.
 * - shared: both hosts have it; `tried` where that was tried, and does not lie in its being reached over the network.
 * - copied: its content goes over.
 * - medium-there: a medium or read-only disk of the same name and size is there as well.
 * - stuck: it can't be had there.
 */
export type PlacedDisk = { target: string; source: string } & (
  | { fate: "shared"; tried: boolean }
  | { fate: "medium-there" }
  | { fate: "copied"; copy: CopiedDisk; availableBytes: number }
  | { fate: "stuck"; why: string; fix: string }
);

/** Both hosts, and the pools that somebody chose for disks that are copied, by the disks' targets. */
export interface PlacingHosts {
  here: Connection;
  there: Connection;
  targetName: string;
  /** The VM is off, so that its files are copied as they are. */
  cold: boolean;
  chosen: ReadonlyMap<string, string>;
}

/** Finds out what becomes of each disk. Pools are tried for being the same storage, see {@link isSameStorage}. */
export async function placeDisks(
  disks: readonly DiskOnTheMove[],
  hosts: PlacingHosts,
): Promise<PlacedDisk[]> {
  const tried = new Map<string, Promise<boolean>>();
  const isSame = (here: PoolFacts, there: PoolFacts) => {
    const key = `${here.pool}\n${there.pool}`;
    const known = tried.get(key) ?? isSameStorage(here, there);
    tried.set(key, known);
    return known;
  };
  const placed: PlacedDisk[] = [];
  for (const disk of disks) placed.push(await placeDisk(disk, hosts, isSame).catch(untold(disk)));
  return placed;
}

/** A disk of which nothing can be found out says why, and costs the others nothing. */
function untold(disk: DiskOnTheMove): (error: unknown) => PlacedDisk {
  return (error) => {
    if (!(error instanceof LibvirtError || error instanceof AppError)) throw error;
    const why = error instanceof AppError ? error.userMessage : `libvirt says “${error.message}”.`;
    return {
      target: disk.target,
      source: sourceOf(disk),
      fate: "stuck",
      why: `It could not be found out whether both hosts have ${sourceOf(disk)}: ${why}`,
      fix: "Look at its storage pool on both hosts, and try again.",
    };
  };
}

function sourceOf({ place }: DiskOnTheMove): string {
  if (place === null) return "over the network";
  return "path" in place ? place.path : `${place.pool}/${place.volume}`;
}

async function placeDisk(
  disk: DiskOnTheMove,
  hosts: PlacingHosts,
  isSame: (here: PoolFacts, there: PoolFacts) => Promise<boolean>,
): Promise<PlacedDisk> {
  const { target, place } = disk;
  const source = sourceOf(disk);
  if (place === null) return { target, source, fate: "shared", tried: false };
  const stuck = (why: string, fix: string): PlacedDisk => ({ target, source, fate: "stuck", why, fix });
  const vol = await volumeOfSource(hosts.here, source);
  if (vol === null)
    return stuck(
      `${source} is in no running storage pool of this host, so it can’t be told whether ${hosts.targetName} has it.`,
      disk.isMedium ? "Eject it." : "Make its folder a storage pool on both hosts.",
    );
  const here = await poolFacts(hosts.here, vol.pool);
  if (here === null) return stuck(`The storage pool ${vol.pool} is stopped.`, "Start it.");
  const there = await counterpart(hosts.there, here, "path" in place ? null : place.pool);
  if (there !== null && !there.active)
    return stuck(`The storage pool ${there.pool} of ${hosts.targetName} is stopped.`, "Start it there.");
  if (there !== null && (await isSame(here, there)))
    return (await volumeIn(hosts.there, there.pool, vol.name)) === null
      ? stuck(
          `${source} is not seen on ${hosts.targetName}, which has the same storage.`,
          "Refresh the pool there.",
        )
      : { target, source, fate: "shared", tried: keepsFiles(there.type) };
  if (disk.readOnly) {
    if (there !== null && (await isAlike(hosts, vol, there.pool)))
      return { target, source, fate: "medium-there" };
    return stuck(
      `${source} is not on ${hosts.targetName}.`,
      disk.isMedium ? "Eject it, or upload it there at the same path." : "Copy it there, to the same path.",
    );
  }
  const more = hosts.cold && disk.format === "qcow2" ? await filesBeside(vol, hosts, isSame) : null;
  if (more !== null)
    return stuck(
      `${source} is not all of the disk: ${more}.`,
      "Start the VM and migrate it while it runs: all of the disk goes into the copy then.",
    );
  return copied(disk, { vol, source, here, there }, hosts);
}

/** What an image would lack on the target where its file alone goes there, as part of a sentence; null where it lacks nothing. */
async function filesBeside(
  vol: VolumeHandle,
  { here: connection, there: other, targetName }: PlacingHosts,
  isSame: (here: PoolFacts, there: PoolFacts) => Promise<boolean>,
): Promise<string | null> {
  const source = await readCopySource(connection, vol.pool, vol.name);
  const foreign = await foreignFiles(connection, source);
  const path = source.volume.backingPath;
  if (foreign !== null || path === null) return foreign;
  const below = await volumeOfSource(connection, path);
  const here = below && (await poolFacts(connection, below.pool));
  const there = here && (await counterpart(other, here, null));
  if (here !== null && there?.active && (await isSame(here, there))) return null;
  return `it is built on ${path}, which ${targetName} does not have`;
}

async function copied(
  disk: DiskOnTheMove,
  {
    vol,
    source,
    here,
    there,
  }: { vol: VolumeHandle; source: string; here: PoolFacts; there: PoolFacts | null },
  { here: connection, there: other, targetName, chosen, cold }: PlacingHosts,
): Promise<PlacedDisk> {
  const { target, format } = disk;
  const stuck = (why: string, fix: string): PlacedDisk => ({ target, source, fate: "stuck", why, fix });
  if (format !== "raw" && format !== "qcow2")
    return stuck(
      `${source} has the format ${format}, which is not copied.`,
      "Convert it to qcow2 or raw first.",
    );
  const name = chosen.get(target);
  const pool = name === undefined ? there : await namedPool(other, name);
  if (pool === null || !pool.active || !keepsFiles(pool.type))
    return stuck(
      name === undefined
        ? `${targetName} has no running storage pool like ${here.pool} for it.`
        : `${name} is no running storage pool of ${targetName} that keeps files.`,
      "Choose a storage pool there for its copy.",
    );
  if ((await volumeIn(other, pool.pool, vol.name)) !== null)
    return stuck(
      `${targetName} has another ${vol.name} in the storage pool ${pool.pool}.`,
      "Rename or delete it there, or choose another pool for the copy.",
    );
  const { capacity } = await connection.call("storage_vol_get_info", { vol });
  const to = { pool: pool.pool, volume: vol.name, path: `${pool.path}/${vol.name}` };
  return {
    target,
    source,
    fate: "copied",
    copy: {
      target,
      from: { pool: vol.pool, volume: vol.name },
      to,
      format,
      capacityBytes: Number(capacity),
      file: cold ? await readFileFacts(connection, vol) : null,
    },
    availableBytes: pool.availableBytes,
  };
}

/** Whether the target has a volume of the same name and size. */
async function isAlike({ here, there }: PlacingHosts, vol: VolumeHandle, pool: string): Promise<boolean> {
  const other = await volumeIn(there, pool, vol.name);
  if (other === null) return false;
  const sizes = await Promise.all([
    here.call("storage_vol_get_info", { vol }),
    there.call("storage_vol_get_info", { vol: other }),
  ]);
  return sizes[0].capacity === sizes[1].capacity;
}
