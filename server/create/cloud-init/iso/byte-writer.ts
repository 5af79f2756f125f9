/** Fixed fields of ISO 9660, which has many numbers in both byte orders (ECMA-119, 7.2.3 and 7.3.3). */
export class ByteWriter {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(length: number) {
    this.#bytes = new Uint8Array(length);
    this.#view = new DataView(this.#bytes.buffer);
  }

  get result(): Uint8Array {
    return this.#bytes;
  }

  byte(at: number, value: number): this {
    this.#view.setUint8(at, value);
    return this;
  }

  short(at: number, value: number): this {
    this.#view.setUint16(at, value, true);
    this.#view.setUint16(at + 2, value);
    return this;
  }

  long(at: number, value: number): this {
    this.#view.setUint32(at, value, true);
    this.#view.setUint32(at + 4, value);
    return this;
  }

  littleEndian(at: number, value: number): this {
    this.#view.setUint32(at, value, true);
    return this;
  }

  bigEndian(at: number, value: number): this {
    this.#view.setUint32(at, value);
    return this;
  }

  /** In a field of `length` bytes, filled up with spaces. */
  text(at: number, text: string, length: number, encode: (text: string) => Uint8Array): this {
    const space = encode(" ");
    for (let place = 0; place < length; place += space.length)
      this.#bytes.set(space.slice(0, length - place), at + place);
    this.#bytes.set(encode(text).slice(0, length), at);
    return this;
  }

  put(at: number, bytes: Uint8Array): this {
    this.#bytes.set(bytes, at);
    return this;
  }
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** UCS-2, big-endian, as Joliet has it. */
export function ucs2(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at));
  return bytes;
}
