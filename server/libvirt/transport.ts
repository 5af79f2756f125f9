import type { Duplex } from "node:stream";
import { ConnectionError } from "./errors";
import type { Frame, FrameHeader } from "./wire/frame";
import { FrameDecoder } from "./wire/frame-decoder";
import { encodeFrame, encodeHeader } from "./wire/frame-encoder";
import { XdrError } from "./wire/xdr-error";

export interface TransportListener {
  /** Throws an XdrError where the frame breaks the protocol; that ends the connection. */
  onFrame(frame: Frame): void;
  /** Once: the reason, or null where `close` was called without one. */
  onClose(reason: Error | null): void;
}

/** Frames over a byte stream. Frames that are sent in one turn of the event loop go out in one write. */
export class Transport {
  /** Counts what came, so that the keepalive sees whether the other side lives. */
  received = 0;
  private readonly decoder = new FrameDecoder();
  private corked = false;
  private open = true;

  constructor(
    private readonly io: Duplex,
    private readonly listener: TransportListener,
  ) {
    io.on("data", (piece: Buffer) => this.receive(piece));
    io.on("error", (error) => this.close(lost(error)));
    io.on("close", () => this.close(lost()));
    io.on("end", () => this.close(lost()));
  }

  /** Sends a small message. After the end it is dropped. */
  send(header: FrameHeader, payload: Uint8Array): void {
    if (this.open) this.write(encodeFrame(header, payload));
  }

  /** Sends bytes made by `encodeFrame`. After the end they are dropped. */
  write(bytes: Buffer): void {
    if (!this.open) return;
    this.cork();
    this.io.write(bytes);
  }

  /** Sends a large message without copying it; `sent` is called when the system took it or the connection ended. */
  sendLarge(header: FrameHeader, payload: Uint8Array, sent: (error?: Error | null) => void): void {
    if (!this.open) {
      sent(lost());
      return;
    }
    this.cork();
    this.io.write(encodeHeader(header, payload.length));
    this.io.write(payload, sent);
  }

  /** Stops reading, so that the other side has to wait. */
  pause(): void {
    this.io.pause();
  }

  resume(): void {
    if (this.open) this.io.resume();
  }

  close(reason: Error | null): void {
    if (!this.open) return;
    this.open = false;
    this.io.destroy();
    this.listener.onClose(reason);
  }

  private receive(piece: Buffer): void {
    this.received += 1;
    this.decoder.push(piece);
    try {
      for (let frame = this.nextFrame(); frame !== null; frame = this.nextFrame())
        this.listener.onFrame(frame);
    } catch (error) {
      if (!(error instanceof XdrError)) throw error;
      const message = `what libvirt sent cannot be understood: ${error.message}`;
      this.close(new ConnectionError("protocol", message, { cause: error }));
    }
  }

  /** A listener may close the connection in the middle of what came. */
  private nextFrame(): Frame | null {
    return this.open ? this.decoder.next() : null;
  }

  private cork(): void {
    if (this.corked) return;
    this.corked = true;
    this.io.cork();
    process.nextTick(() => {
      this.corked = false;
      this.io.uncork();
    });
  }
}

function lost(cause?: Error): ConnectionError {
  return new ConnectionError("closed", "libvirt closed the connection", cause && { cause });
}
