import { pipeline } from "node:stream/promises";
import type { Connection } from "../../libvirt/connection";
import type { VolumeHandle } from "../look-up";
import { paced } from "./paced";

/** A volume, and a connection that serves nothing else meanwhile. */
export interface VolumeEnd {
  connection: Connection;
  vol: VolumeHandle;
}

export interface AcrossOptions {
  /** Of the file as it is. */
  sizeBytes: number;
  /** null: as fast as it goes. */
  bytesPerSecond: number | null;
  signal: AbortSignal;
  progress(done: number, total: number): void;
}

/**
 * Sends a volume's content as it is from one libvirt to a volume of another, through this process. What is not allocated
 * is not sent (VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM), so that a thin target stays
 * thin: it has to be new, since what it holds is not overwritten where a hole comes.
 * Resolves when the target's libvirt has said that it has all.
 */
export async function copyAcross(from: VolumeEnd, to: VolumeEnd, options: AcrossOptions): Promise<void> {
  const { sizeBytes, bytesPerSecond, signal, progress } = options;
  // To libvirt a length of 0 is "to the end", of which a file that has nothing has none.
  if (sizeBytes === 0) return;
  const part = { offset: 0n, length: BigInt(sizeBytes) };
  const [download, upload] = await Promise.all([
    from.connection.openSparseStream("storage_vol_download", { vol: from.vol, ...part }),
    to.connection.openSparseStream("storage_vol_upload", { vol: to.vol, ...part }),
  ]);
  const pace = paced(bytesPerSecond, (bytes) => progress(bytes, sizeBytes), signal);
  await pipeline(download, pace, upload, { signal });
}
