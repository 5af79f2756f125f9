import { type FrameHeader, headerLength, maximumFrameLength, protocolVersion } from "./frame";
import { XdrError } from "./xdr-error";
import { XdrWriter } from "./xdr-writer";

/** Puts frames one behind the other until they are taken to be sent. Does no I/O. */
export class FrameWriter {
  readonly #writer = new XdrWriter();

  /** Adds a frame with what `writePayload` writes. An XdrError where that breaks a bound; then nothing is added. */
  add(header: FrameHeader, writePayload: (writer: XdrWriter) => void): void {
    const start = this.#writer.length;
    try {
      this.addHeader(header, 0);
      writePayload(this.#writer);
      const length = this.#writer.length - start;
      if (length > maximumFrameLength) throw tooLong(length);
      this.#writer.patch(start, length);
    } catch (error) {
      this.#writer.truncate(start);
      if (error instanceof XdrError) throw error;
      // A number that does not fit, or a value of another type.
      throw new XdrError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  /** Adds the header of a frame whose payload of `payloadLength` bytes is sent right behind it. */
  addHeader({ program, procedure, type, serial, status }: FrameHeader, payloadLength: number): void {
    const length = headerLength + payloadLength;
    if (length > maximumFrameLength) throw tooLong(length);
    this.#writer.unsignedInt(length);
    this.#writer.unsignedInt(program);
    this.#writer.unsignedInt(protocolVersion);
    this.#writer.int(procedure);
    this.#writer.int(type);
    this.#writer.unsignedInt(serial);
    this.#writer.int(status);
  }

  /** All that was added since the last time, or null. */
  take(): Buffer | null {
    if (this.#writer.length === 0) return null;
    const bytes = Buffer.from(this.#writer.written());
    this.#writer.truncate(0);
    return bytes;
  }
}

function tooLong(length: number): XdrError {
  return new XdrError(`a message of ${length} bytes is over libvirt's limit`);
}
