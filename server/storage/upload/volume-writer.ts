import { finished } from "node:stream/promises";
import type { Connection } from "../../libvirt/connection";
import { ConnectionError } from "../../libvirt/errors";
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

/** So much may be on its way: while libvirtd takes one half, the other is got ready. Bytes. */
const window = 2 * 1024 * 1024;

/** Writes into a volume over libvirt's stream, never faster than libvirt takes it. Its connection serves nothing else. */
export class VolumeWriter {
  #onItsWay = 0;
  #wake: () => void = () => undefined;

  readonly #stream: LibvirtStream;

  private constructor(stream: LibvirtStream) {
    this.#stream = stream;
    // A stream that failed takes nothing more: whoever waits for it has to see.
    stream.once("close", () => this.#wake());
  }

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

  /** Resolves when more can be written. Rejects with what libvirt says against what was written so far. */
  async write(piece: Buffer): Promise<void> {
    this.#refuseEnded();
    this.#onItsWay += piece.length;
    // Not by "drain", which comes when all has gone, and libvirtd has to wait.
    this.#stream.write(piece, () => {
      this.#onItsWay -= piece.length;
      this.#wake();
    });
    while (this.#onItsWay >= window && !this.#stream.destroyed) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    this.#refuseEnded();
  }

  /** Resolves when libvirt has written all of it. */
  async finish(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream, { readable: false });
  }

  #refuseEnded(): void {
    if (!this.#stream.destroyed) return;
    throw this.#stream.errored ?? new ConnectionError("closed", "the connection to libvirt was closed");
  }
}
