import { type Frame, headerLength, maximumFrameLength, protocolVersion } from "./frame";
import { XdrError } from "./xdr-error";

const empty = Buffer.alloc(0);

/**
 * Cuts what comes from a socket, in pieces of any size, into frames. Does no I/O.
 * Holds at most one frame and one piece, and copies a frame only when it came in several pieces.
 */
export class FrameDecoder {
  /** The piece in work, and where in it the next frame begins. */
  #current: Buffer = empty;
  #offset = 0;
  /** Pieces that came since, and the length of all that is not yet cut. */
  #later: Buffer[] = [];
  #held = 0;

  /** Takes the next piece. */
  push(piece: Buffer): void {
    if (this.#held === 0) {
      this.#current = piece;
      this.#offset = 0;
    } else this.#later.push(piece);
    this.#held += piece.length;
  }

  /** The next whole frame, or null until more has come. An XdrError when it cannot be one of libvirt's. */
  next(): Frame | null {
    if (this.#held < 4) return null;
    this.#gather(4);
    const length = this.#current.readUInt32BE(this.#offset);
    if (length < headerLength || length > maximumFrameLength) {
      throw new XdrError(`a message cannot be ${length} bytes long`);
    }
    if (this.#held < length) return null;
    this.#gather(length);
    return this.#cut(length);
  }

  #cut(length: number): Frame {
    const bytes = this.#current;
    const offset = this.#offset;
    this.#offset += length;
    this.#held -= length;
    if (bytes.readUInt32BE(offset + 8) !== protocolVersion) {
      throw new XdrError("a message of an unknown version of the protocol");
    }
    return {
      program: bytes.readUInt32BE(offset + 4),
      procedure: bytes.readInt32BE(offset + 12),
      type: bytes.readInt32BE(offset + 16),
      serial: bytes.readUInt32BE(offset + 20),
      status: bytes.readInt32BE(offset + 24),
      bytes,
      start: offset + headerLength,
      end: offset + length,
    };
  }

  /** Makes the next `length` bytes one piece, where they are not. */
  #gather(length: number): void {
    if (this.#current.length - this.#offset >= length) return;
    this.#current = Buffer.concat([this.#current.subarray(this.#offset), ...this.#later], this.#held);
    this.#offset = 0;
    this.#later = [];
  }
}
