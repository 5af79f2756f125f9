import { once } from "node:events";
import { WebSocket } from "ws";
import { AckBatch } from "@/components/console/ack-batch";
import { parseServerControl } from "@/server/console/protocol.schema";
import type { Passdeck } from "./passdeck";
import type { SerialLine } from "./serial-line";

/** A console of Passdeck's, by the WebSocket that a browser would open. */
export class WebSocketLine implements SerialLine {
  readonly #listeners = new Set<(output: string) => void>();
  readonly #acks = new AckBatch((offset) => this.#socket.send(JSON.stringify({ type: "ack", offset })));
  #offset = 0;
  #state = "";

  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data, isBinary) => this.#receive(data as Buffer, isBinary));
  }

  static async open(passdeck: Passdeck, vmId: string): Promise<WebSocketLine> {
    const ticket = await passdeck.consoleTicket(vmId);
    const address = `${passdeck.url.replace("http", "ws")}/ws/console`;
    const socket = new WebSocket(address, {
      perMessageDeflate: false,
      // The server made its certificate itself.
      rejectUnauthorized: false,
      headers: { origin: passdeck.url, cookie: passdeck.cookie },
    });
    await once(socket, "open");
    const line = new WebSocketLine(socket);
    socket.send(JSON.stringify({ type: "open", ticket }));
    return line;
  }

  /** Resolves when Passdeck holds the guest's console, which others take from it in turns. */
  async untilConnected(): Promise<void> {
    while (this.#state !== "connected") await once(this.#socket, "message");
  }

  send(input: string): void {
    this.#socket.send(Buffer.from(input));
  }

  onOutput(listener: (output: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#acks.clear();
    this.#socket.close();
    await once(this.#socket, "close");
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (isBinary) {
      this.#offset += data.length;
      this.#acks.drawn(this.#offset);
      for (const listener of this.#listeners) listener(data.toString("latin1"));
      return;
    }
    const control = parseServerControl(data.toString());
    if (control?.type === "opened" || control?.type === "gap") this.#offset = control.offset;
    if (control?.type === "opened" || control?.type === "state") this.#state = control.state;
  }
}
