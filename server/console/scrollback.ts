/** A part of what is kept. */
export interface ScrollbackPiece {
  /** Bytes between the offset that was asked for and the oldest one kept: they are gone. */
  skipped: number;
  /** Offset of the first byte of `bytes`. */
  offset: number;
  /** A copy: it stays what it is when the ring goes on. */
  bytes: Buffer;
}

/**
 * The last bytes that a guest printed, in a ring of fixed size. Offsets count from the first byte ever appended and
 * never wrap (2^53 bytes are 285 years at 1 MB/s).
 */
export class Scrollback {
  #ring: Buffer | null = null;
  #end = 0;

  /** `capacity` in bytes. */
  constructor(readonly capacity: number) {}

  /** Offset of the oldest byte that is kept. */
  get start(): number {
    return Math.max(0, this.#end - this.capacity);
  }

  /** Offset of the next byte to come. */
  get end(): number {
    return this.#end;
  }

  append(chunk: Uint8Array): void {
    // Allocated whole at the first byte: a ring never grows, and the pages that nothing was written to cost nothing.
    this.#ring ??= Buffer.allocUnsafeSlow(this.capacity);
    const kept = chunk.subarray(Math.max(0, chunk.length - this.capacity));
    const at = (this.#end + chunk.length - kept.length) % this.capacity;
    const untilWrap = this.capacity - at;
    this.#ring.set(kept.subarray(0, untilWrap), at);
    if (kept.length > untilWrap) this.#ring.set(kept.subarray(untilWrap), 0);
    this.#end += chunk.length;
  }

  /** At most `maximum` bytes from `from` on, or from the oldest byte kept where that is later. Empty at the end. */
  read(from: number, maximum: number): ScrollbackPiece {
    const offset = Math.min(Math.max(from, this.start), this.#end);
    const length = Math.min(maximum, this.#end - offset);
    return { skipped: Math.max(0, offset - from), offset, bytes: this.#copy(offset, length) };
  }

  #copy(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    if (this.#ring === null) return bytes;
    const at = offset % this.capacity;
    const copied = this.#ring.copy(bytes, 0, at, Math.min(at + length, this.capacity));
    this.#ring.copy(bytes, copied, 0, length - copied);
    return bytes;
  }
}
