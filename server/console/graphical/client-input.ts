import type { Seat } from "../people/seat";
import { clientMessage, lengthOfMessage } from "./client-message";
import { PressedInput } from "./pressed-input";

/** What a viewer who may not type may say: all that changes nothing in the guest. */
const harmless: ReadonlySet<number> = new Set([
  clientMessage.setPixelFormat,
  clientMessage.setEncodings,
  clientMessage.framebufferUpdateRequest,
  clientMessage.enableContinuousUpdates,
  clientMessage.fence,
]);

/** Short ones that hold something down or let it go; each passes whole or not at all. */
const pressing: ReadonlySet<number> = new Set([
  clientMessage.keyEvent,
  clientMessage.pointerEvent,
  clientMessage.qemu,
]);

/**
 * A pseudo-encoding that, once a server agrees to it, makes pointer messages longer. The agreement goes by in the
 * other direction, where nothing is parsed, so none is ever sought.
 */
const extendedMouseButtons = -316;
const rawEncoding = 0;
const nothing = Buffer.alloc(0);

/**
 * The messages of one viewer on their way to the guest. It finds where each begins, and asks then whether the viewer may
 * type: what a viewer who may not must not send is taken out, all others pass byte by byte. It holds on to no more than one
 * message's head, one list of encodings and what is held down.
 */
export class ClientInput {
  /** The beginning of a message that is not all there. */
  #pending: Buffer = nothing;
  /** Bytes of the current message that are still to come. */
  #rest = 0;
  #passes = true;
  #owesRelease = false;
  readonly #pressed = new PressedInput();

  readonly #seat: Pick<Seat, "mayType" | "typed">;

  constructor(seat: Pick<Seat, "mayType" | "typed">) {
    this.#seat = seat;
  }

  /** What lets go of all that the viewer holds down; the rest of it comes later where a message has begun to pass. */
  release(): Buffer[] {
    this.#owesRelease = this.#rest > 0 && this.#passes;
    return this.#owesRelease ? [] : this.#pressed.release();
  }

  /** What of `chunk`, and of what came before, goes on to the guest. Throws a MalformedInput. */
  push(chunk: Buffer): Buffer[] {
    const data = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const kept: Buffer[] = [];
    let at = 0;
    /** Where the bytes begin that pass and are not in `kept`. */
    let from = 0;
    while (at < data.length) {
      if (this.#rest === 0 && !this.#begin(data, at)) break;
      const end = Math.min(data.length, at + this.#rest);
      this.#rest -= end - at;
      if (!this.#passes) {
        if (at > from) kept.push(data.subarray(from, at));
        from = end;
      }
      at = end;
      if (this.#rest === 0 && this.#owesRelease) {
        kept.push(data.subarray(from, at), ...this.release());
        from = at;
      }
    }
    if (at > from) kept.push(data.subarray(from, at));
    // A copy, so that a few bytes do not keep a large chunk alive.
    this.#pending = at === data.length ? nothing : Buffer.from(data.subarray(at));
    return kept;
  }

  /** Begins the message at `at`; false where more of it has to come first. */
  #begin(data: Buffer, at: number): boolean {
    const length = lengthOfMessage(data, at);
    if (length === null) return false;
    const type = data.readUInt8(at);
    if (type === clientMessage.setEncodings) {
      if (data.length - at < length) return false;
      withoutExtendedMouseButtons(data, at + 4, at + length);
    }
    if (pressing.has(type) && data.length - at < length) return false;
    this.#rest = length;
    this.#passes = harmless.has(type) || this.#seat.mayType;
    if (this.#passes && !harmless.has(type)) {
      this.#seat.typed();
      if (pressing.has(type)) this.#pressed.note(data.subarray(at, at + length));
    }
    return true;
  }
}

function withoutExtendedMouseButtons(data: Buffer, from: number, end: number): void {
  for (let at = from; at < end; at += 4) {
    if (data.readInt32BE(at) === extendedMouseButtons) data.writeInt32BE(rawEncoding, at);
  }
}
