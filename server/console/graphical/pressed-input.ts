import { clientMessage } from "./client-message";

/** More than anybody's hands hold down; of what only claims to be a keyboard the oldest are forgotten. */
const mostKeys = 256;

/** What a viewer holds down in the guest, keys and mouse buttons, so that it can be let go in their place. */
export class PressedInput {
  /** By key: the message that lets go of it. */
  readonly #keys = new Map<string, Buffer>();
  /** The same for the mouse's buttons, where the pointer is now; null while none is down. */
  #pointer: Buffer | null = null;

  /** Takes note of a whole message on its way to the guest. */
  note(message: Buffer): void {
    const type = message.readUInt8(0);
    if (type === clientMessage.keyEvent)
      this.#noteKey(message.subarray(4), message.readUInt8(1) !== 0, withZeros(message, 1, 2));
    // Those of QEMU's that are about keys.
    else if (type === clientMessage.qemu && message.length === 12)
      this.#noteKey(message.subarray(4), message.readUInt16BE(2) !== 0, withZeros(message, 2, 4));
    else if (type === clientMessage.pointerEvent)
      this.#pointer = message.readUInt8(1) === 0 ? null : withZeros(message, 1, 2);
  }

  /** Messages that let go of all that is held down. */
  release(): Buffer[] {
    const messages = [...this.#keys.values(), ...(this.#pointer === null ? [] : [this.#pointer])];
    this.#keys.clear();
    this.#pointer = null;
    return messages;
  }

  #noteKey(name: Buffer, isDown: boolean, release: Buffer): void {
    const key = name.toString("hex");
    this.#keys.delete(key);
    if (!isDown) return;
    const [oldest] = this.#keys.keys();
    if (this.#keys.size >= mostKeys && oldest !== undefined) this.#keys.delete(oldest);
    this.#keys.set(key, release);
  }
}

/** A copy with zeros at `from` up to `end`: where a message says what is down. */
function withZeros(message: Buffer, from: number, end: number): Buffer {
  return Buffer.from(message).fill(0, from, end);
}
