import { finished } from "node:stream/promises";
import type { Connection } from "../../libvirt/connection";
import { existingVolume } from "../../storage/look-up";

/** Writes an image that is made in memory into a volume that is there for it. */
export async function uploadImage(
  connection: Connection,
  { pool, volume }: { pool: string; volume: string },
  image: Uint8Array,
): Promise<void> {
  const vol = await existingVolume(connection, pool, volume);
  const args = { vol, offset: 0n, length: BigInt(image.length), flags: 0 };
  const stream = await connection.openStream("storage_vol_upload", args);
  stream.end(image);
  await finished(stream, { readable: false });
}
