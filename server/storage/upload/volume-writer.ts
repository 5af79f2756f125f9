import { finished } from "node:stream/promises";
import type { Connection } from "../../libvirt/connection";
import { ConnectionError } from "../../libvirt/errors";
import type { LibvirtStream } from "../../libvirt/stream";
import { maximumStreamPayload } from "../../libvirt/wire/frame";
import { existingVolume } from "../look-up";

/** Where bytes go. */
export interface Place {
  pool: string;
  volume: string;
  offset: number;
  /** Of what is to come at most. */
  length: number;
}

/** So many frames are filled while others are on their way: libvirtd is never kept waiting, and memory stays flat. */
const frames = 8;

/**
 * Writes into a volume over libvirt's stream, never faster than libvirt takes it. What comes in small pieces goes out in
 * frames as large as the protocol has them, which cost libvirtd a fraction. The connection serves nothing else meanwhile.
 */
export class VolumeWriter {
  readonly #free: Buffer[] = Array.from({ length: frames }, () =>
    Buffer.allocUnsafeSlow(maximumStreamPayload),
  );
  #frame: Buffer | null = null;
  #filled = 0;
  #wake: () => void = () => undefined;

  private constructor(private readonly stream: LibvirtStream) {
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

  /** Takes a piece, which may be used anew after that. Rejects with what libvirt says against it. */
  async write(piece: Buffer): Promise<void> {
    for (let taken = 0; taken < piece.length; ) {
      const frame = this.#frame ?? (await this.#nextFrame());
      const copied = piece.copy(frame, this.#filled, taken);
      taken += copied;
      this.#filled += copied;
      if (this.#filled === frame.length) this.#send(frame);
    }
  }

  /** Resolves when libvirt has written all of it. */
  async finish(): Promise<void> {
    if (this.#frame !== null) this.#send(this.#frame);
    this.stream.end();
    await finished(this.stream, { readable: false });
  }

  async #nextFrame(): Promise<Buffer> {
    for (;;) {
      if (this.stream.destroyed)
        throw this.stream.errored ?? new ConnectionError("closed", "the stream is over");
      const frame = this.#free.pop();
      if (frame !== undefined) {
        this.#frame = frame;
        return frame;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #send(frame: Buffer): void {
    this.stream.write(frame.subarray(0, this.#filled), () => {
      this.#free.push(frame);
      this.#wake();
    });
    this.#frame = null;
    this.#filled = 0;
  }
}
