const lengthBytes = 4;

/** Finds where frames end in bytes that go out, however they are cut. A frame begins with its length, its own four bytes among them. */
export class FrameCutter {
  #length = 0;
  /** How many bytes of the frame under way have gone by. */
  #passed = 0;

  /** `chunk` in pieces, none of which has bytes of two frames. */
  cut(chunk: Buffer): Buffer[] {
    const pieces: Buffer[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; ) {
      at += this.#pass(chunk, at);
      if (this.#passed < lengthBytes || this.#passed < this.#length) continue;
      pieces.push(chunk.subarray(from, at));
      from = at;
      this.#length = 0;
      this.#passed = 0;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
    return pieces;
  }

  /** Goes on by a byte of the length, or by as much of the rest as there is. */
  #pass(chunk: Buffer, at: number): number {
    const isLength = this.#passed < lengthBytes;
    if (isLength) this.#length = this.#length * 256 + chunk.readUInt8(at);
    const step = isLength ? 1 : Math.min(this.#length - this.#passed, chunk.length - at);
    this.#passed += step;
    return step;
  }
}
