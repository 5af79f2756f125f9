import { once } from "node:events";
import { WebSocket } from "ws";
import { type GraphicalServerControl, parseGraphicalControl } from "../protocol.schema";

/** A browser's end of a screen, as plain as can be: it keeps all that it is sent. */
export class ScreenClient {
  readonly controls: GraphicalServerControl[] = [];
  readonly socket: WebSocket;
  bytes: Buffer = Buffer.alloc(0);
  closed: { code: number; reason: string } | null = null;
  #waiting: (() => void)[] = [];

  /** `first` is the frame that it begins with. */
  constructor(url: string, first: string | Buffer | null) {
    this.socket = new WebSocket(url, { perMessageDeflate: false });
    this.socket.on("open", () => first !== null && this.socket.send(first));
    this.socket.on("message", (data, isBinary) => {
      if (isBinary) this.bytes = Buffer.concat([this.bytes, data as Buffer]);
      else this.#note(data.toString());
      this.#wake();
    });
    this.socket.on("close", (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#wake();
    });
    this.socket.on("error", () => undefined);
  }

  /** Resolves when `holds` does; it is asked at each frame. */
  async until(holds: (client: this) => boolean): Promise<this> {
    while (!holds(this)) {
      if (this.closed !== null) throw new Error(`closed: ${this.closed.code} ${this.closed.reason}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this;
  }

  async untilClosed(): Promise<{ code: number; reason: string }> {
    if (this.closed === null) await once(this.socket, "close");
    return this.closed ?? { code: 0, reason: "" };
  }

  /** Holds VNC's handshake, up to ClientInit. */
  async shakeHands(): Promise<this> {
    await this.until(({ bytes }) => bytes.length >= 12);
    this.send(this.bytes.subarray(0, 12));
    await this.until(({ bytes }) => bytes.length >= 14);
    this.send(Buffer.of(1));
    await this.until(({ bytes }) => bytes.length >= 18);
    // Not shared: the server makes it so.
    this.send(Buffer.of(0));
    this.bytes = this.bytes.subarray(18);
    return this;
  }

  send(bytes: Buffer): void {
    this.socket.send(bytes);
  }

  #wake(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }

  #note(text: string): void {
    const control = parseGraphicalControl(text);
    if (control === null) throw new Error(`unknown control message: ${text}`);
    this.controls.push(control);
  }
}
