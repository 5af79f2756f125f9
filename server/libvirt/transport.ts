import type { Duplex } from "node:stream";
import { ConnectionError } from "./errors";
import type { Frame, FrameHeader } from "./wire/frame";
import { FrameDecoder } from "./wire/frame-decoder";
import { FrameWriter } from "./wire/frame-writer";
import { XdrError } from "./wire/xdr-error";
import type { XdrWriter } from "./wire/xdr-writer";

export interface TransportListener {
  /** Throws an XdrError where the frame breaks the protocol; that ends the connection. */
  onFrame(frame: Frame): void;
  /** Once: the reason, or null where `close` was called without one. */
  onClose(reason: Error | null): void;
}

const nothing = new Uint8Array(0);

/** Frames over a byte stream. Frames that are sent in one turn of the event loop go out in one write. */
export class Transport {
  /** Counts what came, so that the keepalive sees whether the other side lives. */
  received = 0;
  readonly #decoder = new FrameDecoder();
  readonly #outgoing = new FrameWriter();
  #flushing = false;
  #open = true;

  readonly #io: Duplex;
  readonly #listener: TransportListener;

  constructor(io: Duplex, listener: TransportListener) {
    this.#io = io;
    this.#listener = listener;
    io.on("data", (piece: Buffer) => this.#receive(piece));
    io.on("error", (error) => this.close(lost(error)));
    io.on("close", () => this.close(lost()));
    io.on("end", () => this.close(lost()));
  }

  /** Sends a message. An XdrError where it breaks a bound of the protocol; after the end it is dropped. */
  send(header: FrameHeader, writePayload: (writer: XdrWriter) => void): void {
    if (!this.#open) return;
    this.#outgoing.add(header, writePayload);
    if (this.#flushing) return;
    this.#flushing = true;
    process.nextTick(this.#flush);
  }

  /**
   * Sends a message whose payload is in pieces, without copying them; `sent` is called when the system took them or the
   * connection ended.
   */
  sendBytes(header: FrameHeader, payload: readonly Uint8Array[], sent: (error?: Error | null) => void): void {
    if (!this.#open) {
      sent(lost());
      return;
    }
    const length = payload.reduce((total, piece) => total + piece.length, 0);
    this.#outgoing.addHeader(header, length);
    this.#io.cork();
    this.#flush();
    for (const piece of payload) this.#io.write(piece);
    this.#io.write(nothing, sent);
    this.#io.uncork();
  }

  /** Stops reading, so that the other side has to wait. */
  pause(): void {
    this.#io.pause();
  }

  resume(): void {
    if (this.#open) this.#io.resume();
  }

  close(reason: Error | null): void {
    if (!this.#open) return;
    this.#open = false;
    this.#io.destroy();
    this.#listener.onClose(reason);
  }

  readonly #flush = (): void => {
    this.#flushing = false;
    const bytes = this.#outgoing.take();
    if (bytes !== null && this.#open) this.#io.write(bytes);
  };

  #receive(piece: Buffer): void {
    this.received += 1;
    this.#decoder.push(piece);
    try {
      for (let frame = this.#nextFrame(); frame !== null; frame = this.#nextFrame())
        this.#listener.onFrame(frame);
    } catch (error) {
      if (!(error instanceof XdrError)) throw error;
      const message = `what libvirt sent cannot be understood: ${error.message}`;
      this.close(new ConnectionError("protocol", message, { cause: error }));
    }
  }

  /** A listener may close the connection in the middle of what came. */
  #nextFrame(): Frame | null {
    return this.#open ? this.#decoder.next() : null;
  }
}

function lost(cause?: Error): ConnectionError {
  return new ConnectionError("closed", "libvirt closed the connection", cause && { cause });
}
