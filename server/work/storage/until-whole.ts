import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import { orNull, type VolumeHandle } from "../../storage/look-up";

const lookMs = 250;
/** A copy that has not grown for this long is waited for no longer; milliseconds. */
const usualPatienceMs = 300_000;

/**
 * Waits until libvirt is through with making a volume: it goes on with a copy that nobody waits for any more. One that
 * is not there is whole.
 * @param connection Nobody else's, as a stream is opened on it.
 * @param signal Aborted when nobody waits any more.
 * @param patienceMs How long the volume may go without growing.
 * @throws AppError "timed-out" where it grows no more, "conflict" where the wait was given up.
 */
export async function untilWhole(
  connection: Connection,
  vol: VolumeHandle,
  signal: AbortSignal,
  patienceMs = usualPatienceMs,
): Promise<void> {
  let size: bigint | null = null;
  for (let still = 0; await isBeingWritten(connection, vol); still += lookMs) {
    const now = await sizeOf(connection, vol);
    if (now !== size) still = 0;
    size = now;
    if (signal.aborted) throw givenUp(vol);
    if (still >= patienceMs) throw stuck(vol, patienceMs);
    await delay(lookMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Deletes a volume, which libvirt may still be making; see {@link untilWhole}. One that is not there is deleted. */
export async function deleteWhenWhole(
  connection: Connection,
  vol: VolumeHandle,
  signal: AbortSignal,
): Promise<void> {
  await untilWhole(connection, vol, signal);
  const deleted = connection.call("storage_vol_delete", { vol, flags: 0 }, { timeoutMs: 0 });
  await orNull(deleted, errorNumber.NO_STORAGE_VOL);
}

/** libvirt lets nobody read a volume that it is still writing, and tells so in words only. */
async function isBeingWritten(connection: Connection, vol: VolumeHandle): Promise<boolean> {
  try {
    const first = { vol, offset: 0n, length: 1n, flags: 0 };
    (await connection.openStream("storage_vol_download", first)).destroy();
    return false;
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
    // storageVolDownload: "volume '%s' is still being allocated."
    return /still being allocated/.test(error.message);
  }
}

async function sizeOf(connection: Connection, vol: VolumeHandle): Promise<bigint | null> {
  const info = await orNull(connection.call("storage_vol_get_info", { vol }), errorNumber.NO_STORAGE_VOL);
  return info?.allocation ?? null;
}

function givenUp({ pool, name }: VolumeHandle): AppError {
  return new AppError("conflict", {
    userMessage: `libvirt is still writing the volume ${pool}/${name}, which can't be interrupted. It can be deleted once that is done.`,
  });
}

function stuck({ pool, name }: VolumeHandle, patienceMs: number): AppError {
  return new AppError("timed-out", {
    userMessage: `libvirt is still writing the volume ${pool}/${name}, which has not grown for ${patienceMs / 1000} s. See on the host whether its disk hangs, then try again.`,
  });
}
