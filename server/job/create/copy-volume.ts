import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import type { StepContext } from "../job-kind";
import type { NewVolume } from "./create-input.schema";
import { findVolume, lookUpPool, type VolumeName, volumeXml } from "./volumes";

/** Between two looks at how much is copied. */
const lookMs = 500;

interface CopyParts {
  /** Is held up for as long as the copy takes. */
  connection: Connection;
  openConnection(): Promise<Connection>;
  context: StepContext;
  volume: NewVolume;
  source: VolumeName;
}

/**
 * Has libvirt make a volume with another one's content, in the format asked for, and then as large as asked for. A
 * size below the image's is the image's: what lies behind the end would be lost.
 */
export async function copyVolume(parts: CopyParts): Promise<void> {
  const { connection, volume, source, context } = parts;
  const clonevol = await findVolume(connection, source);
  if (clonevol === null) throw noSource(source);
  const { capacity, allocation } = await connection.call("storage_vol_get_info", { vol: clonevol });
  const pool = await lookUpPool(connection, volume.pool);
  const xml = volumeXml(volume.volume, capacity, volume.format);
  const done = new AbortController();
  const watching = watchCopy(parts, Number(allocation), done.signal);
  try {
    const copying = connection.call(
      "storage_vol_create_xml_from",
      { pool, xml, clonevol, flags: 0 },
      { timeoutMs: 0 },
    );
    const { vol } = await copying;
    const wanted = BigInt(volume.bytes ?? 0);
    if (wanted > capacity) await connection.call("storage_vol_resize", { vol, capacity: wanted, flags: 0 });
    context.progress(Number(allocation), Number(allocation));
  } finally {
    done.abort();
    await watching;
  }
}

/** Tells how much of the pool the copy takes. libvirt answers others while it copies. */
async function watchCopy({ openConnection, context, volume }: CopyParts, total: number, done: AbortSignal) {
  const connection = await openConnection();
  try {
    while (!done.aborted) {
      const vol = await findVolume(connection, volume);
      const info = vol && (await connection.call("storage_vol_get_info", { vol }));
      if (info !== null) context.progress(Math.min(Number(info.allocation), total), total);
      await delay(lookMs, undefined, { signal: done }).catch(() => undefined);
    }
  } catch (error) {
    // What can't be told of is copied all the same: an image whose header is not written yet can't be read.
    if (!(error instanceof LibvirtError)) throw error;
  } finally {
    await connection.close();
  }
}

function noSource({ pool, volume }: VolumeName): AppError {
  return new AppError("not-found", {
    userMessage: `The pool ${pool} has no volume ${volume} any more, of which a copy was to be made.`,
  });
}
