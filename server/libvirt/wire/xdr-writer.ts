import { XdrError } from "./xdr-error";

const initialSize = 4096;
/** One large message is no reason to hold its memory for ever. */
const largestKept = 1024 * 1024;

/** Writes XDR (RFC 4506) into a growing buffer. A value over its bound is an XdrError, before it reaches the daemon. */
export class XdrWriter {
  #bytes = Buffer.allocUnsafe(initialSize);
  #offset = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#offset;
  }

  /** Drops what was written after the first `length` bytes. */
  truncate(length: number): void {
    this.#offset = length;
    if (length === 0 && this.#bytes.length > largestKept) this.#bytes = Buffer.allocUnsafe(initialSize);
  }

  /** Replaces the word at `offset`, such as a length that was not known before. */
  patch(offset: number, value: number): void {
    this.#bytes.writeUInt32BE(value, offset);
  }

  int(value: number): void {
    const start = this.#reserve(4);
    this.#offset = this.#bytes.writeInt32BE(value, start);
  }

  unsignedInt(value: number): void {
    const start = this.#reserve(4);
    this.#offset = this.#bytes.writeUInt32BE(value, start);
  }

  hyper(value: bigint): void {
    const start = this.#reserve(8);
    this.#offset = this.#bytes.writeBigInt64BE(value, start);
  }

  unsignedHyper(value: bigint): void {
    const start = this.#reserve(8);
    this.#offset = this.#bytes.writeBigUInt64BE(value, start);
  }

  double(value: number): void {
    const start = this.#reserve(8);
    this.#offset = this.#bytes.writeDoubleBE(value, start);
  }

  /** Writes whether an optional value follows, and says so. */
  present<T>(value: T | null): value is T {
    this.unsignedInt(value === null ? 0 : 1);
    return value !== null;
  }

  /** A string of at most `maximum` bytes of UTF-8. */
  string(value: string, maximum: number): void {
    // What reads it is C, which would take the zero for the end.
    if (value.includes("\0")) throw new XdrError("a string with a zero byte in it");
    const length = Buffer.byteLength(value);
    this.count(length, maximum);
    const start = this.#reserve(length + 3);
    this.#bytes.write(value, start);
    this.#pad(start + length);
  }

  fixedOpaque(value: Uint8Array, length: number): void {
    this.exactly(value.length, length);
    const start = this.#reserve(length + 3);
    this.#bytes.set(value, start);
    this.#pad(start + length);
  }

  opaque(value: Uint8Array, maximum: number): void {
    this.count(value.length, maximum);
    this.fixedOpaque(value, value.length);
  }

  /** The number of items that follow. */
  count(count: number, maximum: number): void {
    if (count > maximum) throw new XdrError(`length ${count} is over ${maximum}`);
    this.unsignedInt(count);
  }

  /** Checks the number of items where it is fixed and therefore not written. */
  exactly(count: number, expected: number): void {
    if (count !== expected) throw new XdrError(`${count} items where there must be ${expected}`);
  }

  /** What was written so far, valid until the next write. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#offset);
  }

  #pad(end: number): void {
    this.#offset = (end + 3) & ~3;
    this.#bytes.fill(0, end, this.#offset);
  }

  /**
   * Makes room for `count` bytes and gives the place where they go. It may put another buffer in the place of
   * `bytes`: ask it first, in a statement of its own.
   */
  #reserve(count: number): number {
    if (this.#offset + count > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#offset + count));
      this.#bytes.copy(larger, 0, 0, this.#offset);
      this.#bytes = larger;
    }
    return this.#offset;
  }
}
