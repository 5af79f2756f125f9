import { type Frame, headerLength, maximumFrameLength, protocolVersion } from "./frame";
import { XdrError } from "./xdr-error";

/**
 * Cuts what comes from a socket, in pieces of any size, into frames. Does no I/O.
 * Holds at most one frame and one piece, and copies a frame only when it came in several pieces.
 */
export class FrameDecoder {
  private pieces: Buffer[] = [];
  private held = 0;

  /** Takes the next piece. */
  push(piece: Buffer): void {
    if (piece.length === 0) return;
    this.pieces.push(piece);
    this.held += piece.length;
  }

  /** The next whole frame, or null until more has come. An XdrError when the length is one that libvirt never sends. */
  next(): Frame | null {
    const length = this.frameLength();
    if (length === null || this.held < length) return null;
    const bytes = this.cut(length);
    if (bytes.readUInt32BE(8) !== protocolVersion)
      throw new XdrError("a message of an unknown protocol version");
    return {
      program: bytes.readUInt32BE(4),
      procedure: bytes.readInt32BE(12),
      type: bytes.readInt32BE(16),
      serial: bytes.readUInt32BE(20),
      status: bytes.readInt32BE(24),
      payload: bytes.subarray(headerLength),
    };
  }

  private frameLength(): number | null {
    if (this.held < 4) return null;
    const length = this.first(4).readUInt32BE(0);
    if (length < headerLength || length > maximumFrameLength) {
      throw new XdrError(`a message cannot be ${length} bytes long`);
    }
    return length;
  }

  private cut(length: number): Buffer {
    const first = this.first(length);
    if (first.length > length) this.pieces[0] = first.subarray(length);
    else this.pieces.shift();
    this.held -= length;
    return first.subarray(0, length);
  }

  /** The first piece, joined with those that follow it where it alone is shorter than `length`. */
  private first(length: number): Buffer {
    const [first] = this.pieces;
    if (first !== undefined && first.length >= length) return first;
    const joined = Buffer.concat(this.pieces, this.held);
    this.pieces = [joined];
    return joined;
  }
}
