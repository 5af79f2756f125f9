import { XdrReader } from "../wire/xdr-reader";
import { XdrWriter } from "../wire/xdr-writer";

const longestText = 12;
const mostItems = 3;

/**
 * Reads from nothing: makes up every value that is asked for, and writes down how it would have come over the wire. So
 * the generated readers, which only know an XdrReader, make up valid messages of every type.
 */
export class GeneratingReader extends XdrReader {
  readonly #writer = new XdrWriter();

  #seed: number;

  /** @param seed equal seeds make up equal messages. */
  constructor(seed: number) {
    super(Buffer.alloc(0), 0, 0);
    this.#seed = seed;
  }

  /** The message that was made up. */
  encoded(): Buffer {
    return Buffer.from(this.#writer.written());
  }

  override int(): number {
    // Mostly what tells the cases of a union apart.
    const value = this.#below(10) === 0 ? this.#random() | 0 : 1 + this.#below(7);
    this.#writer.int(value);
    return value;
  }

  override unsignedInt(): number {
    const value = this.#random();
    this.#writer.unsignedInt(value);
    return value;
  }

  override hyper(): bigint {
    const value = BigInt.asIntN(64, this.#wideNumber());
    this.#writer.hyper(value);
    return value;
  }

  override unsignedHyper(): bigint {
    const value = this.#wideNumber();
    this.#writer.unsignedHyper(value);
    return value;
  }

  override double(): number {
    const value = this.#random() / 7;
    this.#writer.double(value);
    return value;
  }

  override present(): boolean {
    const present = this.#below(2) === 1;
    this.#writer.present(present ? present : null);
    return present;
  }

  override string(maximum: number): string {
    const length = this.#below(Math.min(longestText, maximum) / 2);
    const value = Array.from({ length }, () => (this.#below(5) === 0 ? "é" : "x")).join("");
    this.#writer.string(value, maximum);
    return value;
  }

  override fixedOpaque(length: number): Uint8Array {
    const value = Uint8Array.from({ length }, () => this.#below(256));
    this.#writer.fixedOpaque(value, length);
    return value;
  }

  override opaque(maximum: number): Uint8Array {
    const length = this.#below(Math.min(longestText, maximum));
    const value = Uint8Array.from({ length }, () => this.#below(256));
    this.#writer.opaque(value, maximum);
    return value;
  }

  override array<T>(maximum: number, read: (reader: XdrReader) => T): T[] {
    const count = this.#below(Math.min(mostItems, maximum) + 1);
    this.#writer.count(count, maximum);
    return this.fixedArray(count, read);
  }

  #below(limit: number): number {
    return this.#random() % Math.max(1, Math.floor(limit));
  }

  #wideNumber(): bigint {
    return (BigInt(this.#random()) << 32n) | BigInt(this.#random());
  }

  /** 32 bits of Mulberry32. */
  #random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
