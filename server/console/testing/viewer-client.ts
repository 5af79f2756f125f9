import { once } from "node:events";
import { type RawData, WebSocket } from "ws";
import { parseServerControl, type ServerControl } from "../protocol.schema";

export interface ViewerClientOptions {
  /** Acknowledge what comes, as a terminal that draws at once does. */
  acknowledges?: boolean;
}

/** A browser's end of a console, as plain as can be: it keeps all that it is sent. */
export class ViewerClient {
  readonly controls: ServerControl[] = [];
  readonly socket: WebSocket;
  epoch = "";
  /** Offset of the next byte to come. */
  offset = 0;
  bytes = 0;
  text = "";
  closed: { code: number; reason: string } | null = null;
  #acknowledges: boolean;
  #waiting: (() => void)[] = [];

  constructor(url: string, { acknowledges = true }: ViewerClientOptions = {}) {
    this.#acknowledges = acknowledges;
    this.socket = new WebSocket(url, { perMessageDeflate: false });
    this.socket.on("message", (data, isBinary) => {
      if (isBinary) this.#take(data);
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
  async until(holds: (viewer: this) => boolean): Promise<this> {
    while (!holds(this)) {
      if (this.closed !== null) throw new Error(`closed: ${this.closed.code} ${this.closed.reason}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this;
  }

  /** Resolves when the server says that the console is in `state`. */
  untilState(state: string): Promise<this> {
    return this.until(({ controls }) => {
      const last = controls.findLast((control) => control.type === "state" || control.type === "opened");
      return last?.state === state;
    });
  }

  async untilClosed(): Promise<{ code: number; reason: string }> {
    if (this.closed === null) await once(this.socket, "close");
    return this.closed ?? { code: 0, reason: "" };
  }

  send(control: object): void {
    this.socket.send(JSON.stringify(control));
  }

  type(input: string): void {
    this.socket.send(Buffer.from(input));
  }

  acknowledge(): void {
    this.#acknowledges = true;
    this.send({ type: "ack", offset: this.offset });
  }

  #wake(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }

  #take(data: RawData): void {
    const bytes = data as Buffer;
    this.offset += bytes.length;
    this.bytes += bytes.length;
    if (this.text.length < 4 * 1024 * 1024) this.text += bytes.toString("latin1");
    if (this.#acknowledges) this.acknowledge();
  }

  #note(text: string): void {
    const control = parseServerControl(text);
    if (control === null) throw new Error(`unknown control message: ${text}`);
    this.controls.push(control);
    if (control.type === "opened") this.epoch = control.epoch;
    if (control.type === "opened" || control.type === "gap") this.offset = control.offset;
  }
}
