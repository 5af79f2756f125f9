import type { RawChannel } from "@novnc/novnc";

/** VNC's bytes of one connection, in the shape that noVNC takes: the WebSocket itself carries more than them. */
export class ScreenChannel implements RawChannel {
  binaryType = "arraybuffer";
  protocol = "";
  readyState = "open";
  onopen: RawChannel["onopen"] = null;
  onmessage: RawChannel["onmessage"] = null;
  onclose: RawChannel["onclose"] = null;
  onerror: RawChannel["onerror"] = null;
  readonly #send: (bytes: Uint8Array) => void;

  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send;
  }

  send(bytes: Uint8Array): void {
    if (this.readyState === "open") this.#send(bytes);
  }

  receive(data: ArrayBuffer): void {
    if (this.readyState === "open") this.onmessage?.({ data });
  }

  /** noVNC wants to hear of the end also where it is its own doing, though not before its call returns. */
  close(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    queueMicrotask(() => this.onclose?.({ code: 1000, reason: "" }));
  }
}
