import { once } from "node:events";
import { type Duplex, duplexPair } from "node:stream";
import { ConsoleBusyError } from "../source";

/** A guest's serial port as libvirt shows it: one holder at a time, the former one is cut by force. */
export class FakeGuest {
  /** How often somebody asked for the console, and whether by force. */
  readonly asked: boolean[] = [];
  typed = "";
  /** Set to make the next tries fail. */
  failure: Error | null = null;
  #port: Duplex | null = null;
  #opened: (() => void)[] = [];

  readonly open = async (force: boolean): Promise<Duplex> => {
    this.asked.push(force);
    if (this.failure !== null) throw this.failure;
    if (this.#port !== null && !force) throw new ConsoleBusyError();
    this.#port?.destroy();
    return this.#connect();
  };

  /** Another program opens the console. */
  hold(): Duplex {
    this.#port?.destroy();
    return this.#connect();
  }

  /** Resolves when the console is held, at once when it is already. */
  async connected(): Promise<Duplex> {
    if (this.#port === null) await new Promise<void>((resolve) => this.#opened.push(resolve));
    if (this.#port === null) throw new Error("the console was given back at once");
    return this.#port;
  }

  /** Prints, and waits as the guest does when nobody reads. */
  async print(output: string | Buffer): Promise<void> {
    const port = await this.connected();
    if (!port.write(output)) await once(port, "drain");
  }

  /** libvirt ends the stream. */
  cut(): void {
    this.#port?.destroy();
  }

  #connect(): Duplex {
    const [port, holder] = duplexPair();
    this.#port = port;
    port.on("data", (bytes: Buffer) => {
      this.typed += bytes.toString();
    });
    port.on("close", () => {
      if (this.#port === port) this.#port = null;
      holder.destroy();
    });
    holder.on("close", () => port.destroy());
    for (const tell of this.#opened.splice(0)) tell();
    return holder;
  }
}
