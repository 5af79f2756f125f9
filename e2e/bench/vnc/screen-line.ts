import { once } from "node:events";
import { WebSocket } from "ws";

const mebibyte = 1024 * 1024;
const key = Buffer.from("0401000000000041", "hex");
const answerBytes = 7;

/** A viewer of the producer, through whichever bridge: it counts what comes, and keeps nothing. */
export class ScreenLine {
  #got = 0;
  #wanted = 0;
  #reached: (() => void) | null = null;

  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data, isBinary) => {
      if (isBinary) this.#take((data as Buffer).length);
    });
  }

  /**
   * Opens a bridge and holds VNC's handshake.
   * @param ticket what Passdeck wants to see first; null for the peer, which wants nothing
   */
  static async open(
    url: string,
    headers: Record<string, string>,
    ticket: string | null,
  ): Promise<ScreenLine> {
    // The certificate signs itself.
    const options = { perMessageDeflate: false, rejectUnauthorized: false, headers };
    const socket = new WebSocket(url, options);
    const line = new ScreenLine(socket);
    await once(socket, "open");
    if (ticket !== null) socket.send(JSON.stringify({ type: "open", ticket }));
    await line.#after(12);
    await line.#ask(Buffer.from("RFB 003.008\n"), 2);
    await line.#ask(Buffer.of(1), 4);
    await line.#ask(Buffer.of(1), 24);
    return line;
  }

  /** Milliseconds from a key to its answer, for each of `count` keys. */
  async roundTrips(count: number): Promise<number[]> {
    const figures: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const sentAt = performance.now();
      await this.#ask(key, answerBytes);
      figures.push(performance.now() - sentAt);
    }
    return figures;
  }

  /** Bytes a second. */
  async throughput(mebibytes: number): Promise<number> {
    const request = Buffer.alloc(10);
    request.writeUInt8(3, 0);
    request.writeUInt16BE(mebibytes, 2);
    const beganAt = performance.now();
    await this.#ask(request, mebibytes * mebibyte);
    return ((mebibytes * mebibyte) / (performance.now() - beganAt)) * 1_000;
  }

  close(): void {
    this.#socket.terminate();
  }

  #ask(message: Buffer, bytes: number): Promise<void> {
    const answered = this.#after(bytes);
    this.#socket.send(message);
    return answered;
  }

  /** Resolves when `bytes` more have come. */
  #after(bytes: number): Promise<void> {
    this.#wanted += bytes;
    return new Promise((resolve) => {
      this.#reached = resolve;
      this.#take(0);
    });
  }

  #take(bytes: number): void {
    this.#got += bytes;
    if (this.#got < this.#wanted || this.#reached === null) return;
    const reached = this.#reached;
    this.#reached = null;
    reached();
  }
}
