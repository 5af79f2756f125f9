import type { Connection } from "../libvirt/connection";
import { storageVolumeInfoFlags } from "../libvirt/protocol/constants.gen";
import type { LibvirtStream } from "../libvirt/stream";
import { existingVolume } from "./look-up";

export interface VolumeContent {
  /** Of the file as it is: an image's own size, not that which a guest sees. */
  sizeBytes: number;
  stream: LibvirtStream;
}

/** Begins to read a volume as it is. The connection serves nothing else until the stream has ended. */
export async function readVolume(connection: Connection, pool: string, name: string): Promise<VolumeContent> {
  const vol = await existingVolume(connection, pool, name);
  // The size of the file instead of what it takes of the disk.
  const info = await connection.call("storage_vol_get_info_flags", {
    vol,
    flags: storageVolumeInfoFlags.GET_PHYSICAL,
  });
  const length = info.allocation;
  const stream = await connection.openStream("storage_vol_download", { vol, offset: 0n, length, flags: 0 });
  return { sizeBytes: Number(length), stream };
}
