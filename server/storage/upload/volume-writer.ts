import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Connection } from "../../libvirt/connection";
import type { LibvirtStream } from "../../libvirt/stream";
import { existingVolume } from "../look-up";

/** Where bytes go. */
export interface Place {
  pool: string;
  volume: string;
  offset: number;
  /** Of what is to come at most. */
  length: number;
}

/**
 * Writes into a volume over libvirt's stream, never faster than libvirt takes it. The connection serves nothing else
 * meanwhile.
 */
export class VolumeWriter {
  private constructor(private readonly stream: LibvirtStream) {}

  static async open(connection: Connection, { pool, volume, offset, length }: Place): Promise<VolumeWriter> {
    const vol = await existingVolume(connection, pool, volume);
    return new VolumeWriter(
      await connection.openStream("storage_vol_upload", {
        vol,
        offset: BigInt(offset),
        length: BigInt(length),
        flags: 0,
      }),
    );
  }

  /** Resolves when more can be written. Rejects with what libvirt says against it. */
  async write(piece: Buffer): Promise<void> {
    if (this.stream.errored !== null) throw this.stream.errored;
    if (this.stream.write(piece)) return;
    // The stream's end is awaited as well: one that was destroyed never drains.
    const giveUp = new AbortController();
    const { signal } = giveUp;
    try {
      await Promise.race([once(this.stream, "drain", { signal }), finished(this.stream, { signal })]);
    } finally {
      giveUp.abort();
    }
  }

  /** Resolves when libvirt has written all of it. */
  async finish(): Promise<void> {
    this.stream.end();
    await finished(this.stream, { readable: false });
  }
}
