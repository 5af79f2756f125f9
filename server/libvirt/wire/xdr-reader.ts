import { XdrError } from "./xdr-error";

/**
 * Reads XDR (RFC 4506) from one message. Whatever does not fit is an XdrError: a message cut short, a length over its
 * bound, a count that the rest of the message could not hold.
 */
export class XdrReader {
  readonly #bytes: Buffer;
  #offset: number;
  readonly #limit: number;
  /** Made when first needed: most replies are an int or a string, and a view costs as much as reading them. */
  #view: DataView | undefined;

  /** Reads from the byte at `start` up to the one before `end`. */
  constructor(bytes: Buffer, start: number, end: number) {
    this.#bytes = bytes;
    this.#offset = start;
    this.#limit = end;
  }

  int(): number {
    return this.#bytes.readInt32BE(this.#take(4));
  }

  unsignedInt(): number {
    return this.#bytes.readUInt32BE(this.#take(4));
  }

  hyper(): bigint {
    return this.#wide().getBigInt64(this.#take(8));
  }

  unsignedHyper(): bigint {
    return this.#wide().getBigUint64(this.#take(8));
  }

  double(): number {
    return this.#wide().getFloat64(this.#take(8));
  }

  /** Whether an optional value follows. */
  present(): boolean {
    const flag = this.unsignedInt();
    if (flag > 1) throw new XdrError(`optional value marked with ${flag}`);
    return flag === 1;
  }

  /** A string of at most `maximum` bytes of UTF-8. Bytes that are no UTF-8 become U+FFFD. */
  string(maximum: number): string {
    const length = this.#length(maximum);
    const start = this.#take(padded(length));
    return this.#bytes.toString("utf8", start, start + length);
  }

  /** A copy of `length` bytes: a view of a UUID would keep its whole message in memory. */
  fixedOpaque(length: number): Uint8Array {
    const start = this.#take(padded(length));
    return new Uint8Array(this.#bytes.subarray(start, start + length));
  }

  /** A copy of up to `maximum` bytes. */
  opaque(maximum: number): Uint8Array {
    return this.fixedOpaque(this.#length(maximum));
  }

  array<T>(maximum: number, read: (reader: XdrReader) => T): T[] {
    const count = this.#length(maximum);
    // No type is narrower than 4 bytes, so that a lie about the count is told before memory is set aside for it.
    if (count * 4 > this.#limit - this.#offset) throw new XdrError(`${count} items are not in the message`);
    return this.fixedArray(count, read);
  }

  fixedArray<T>(count: number, read: (reader: XdrReader) => T): T[] {
    const items: T[] = [];
    for (let index = 0; index < count; index += 1) items.push(read(this));
    return items;
  }

  /** Throws unless all was read: what is left over shows that sender and reader disagree about the message. */
  end(): void {
    const left = this.#limit - this.#offset;
    if (left > 0) throw new XdrError(`${left} bytes after the end of the message`);
  }

  /** For numbers of 8 bytes, which it reads several times faster than Buffer does. */
  #wide(): DataView {
    this.#view ??= new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    return this.#view;
  }

  #length(maximum: number): number {
    const length = this.unsignedInt();
    if (length > maximum) throw new XdrError(`length ${length} is over ${maximum}`);
    return length;
  }

  #take(count: number): number {
    const start = this.#offset;
    if (start + count > this.#limit) throw new XdrError(`message ends ${count} bytes too early`);
    this.#offset = start + count;
    return start;
  }
}

/** Everything in XDR is a multiple of 4 bytes long. */
function padded(length: number): number {
  return (length + 3) & ~3;
}
