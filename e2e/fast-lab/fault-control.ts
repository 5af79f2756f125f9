import { EventEmitter, once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Fault, Write } from "./fault";

/** Tells the fast layer's sysfs what is to go wrong, and hears of all that is written into it (sysfs/faults.py). */
export class FaultControl {
  /** Since faults were last set, in their order. A write that hangs stands here twice once it has gone on. */
  readonly writes: Write[] = [];
  readonly #events = new EventEmitter();

  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on("line", (line) => this.#hear(line));
  }

  static async open(path: string): Promise<FaultControl> {
    const socket = connect(path);
    await once(socket, "connect");
    return new FaultControl(socket);
  }

  /** From now on these, and no others; the count of writes begins at 0. */
  async set(...faults: Fault[]): Promise<void> {
    const complete = faults.map((fault) => ({ write: null, act: null, device: null, ...fault }));
    await this.#order({ faults: complete });
    this.writes.length = 0;
  }

  /** Lets the writes that hang go on, or fail with an errno. */
  async release(errno: string | null = null): Promise<void> {
    await this.#order({ release: errno });
  }

  /** Resolves when a write hangs. */
  async hanging(): Promise<Write> {
    const hangs = () => this.writes.find(({ result }) => result === "hangs");
    for (let write = hangs(); ; write = hangs()) {
      if (write !== undefined) return write;
      await once(this.#events, "write");
    }
  }

  /** Resolves when the write of this number has ended. */
  async ended(number: number): Promise<Write> {
    const ended = () => this.writes.find(({ write, result }) => write === number && result !== "hangs");
    for (let write = ended(); ; write = ended()) {
      if (write !== undefined) return write;
      await once(this.#events, "write");
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  async #order(order: object): Promise<void> {
    const done = once(this.#events, "done");
    this.#socket.write(`${JSON.stringify(order)}\n`);
    await done;
  }

  #hear(line: string): void {
    const message: Write | { done: true } = JSON.parse(line);
    if ("done" in message) {
      this.#events.emit("done");
      return;
    }
    this.writes.push(message);
    this.#events.emit("write");
  }
}
