import type { Connection } from "../libvirt/connection";
import type { LibvirtStream } from "../libvirt/stream";
import { existingVolume } from "./look-up";

/** A part of a volume, in bytes. */
interface VolumeRange {
  pool: string;
  volume: string;
  offset: number;
  length: number;
}

/** Begins to read a part of a volume. The connection serves nothing else until the stream has ended. */
export async function openRange(connection: Connection, range: VolumeRange): Promise<LibvirtStream> {
  const vol = await existingVolume(connection, range.pool, range.volume);
  return connection.openStream("storage_vol_download", {
    vol,
    offset: BigInt(range.offset),
    length: BigInt(range.length),
    flags: 0,
  });
}

/** Reads a part of a volume, which has to fit into memory; what lies behind its end is missing. */
export async function readRange(connection: Connection, range: VolumeRange): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await openRange(connection, range)) pieces.push(piece);
  return Buffer.concat(pieces);
}
