import type { Logger } from "pino";
import { AppError, type AppErrorCode } from "../errors";
import { Rereading } from "./rereading";

type Listener<T> = (resources: T) => void;

const withoutConnection: AppErrorCode[] = ["host-connecting", "host-unreachable"];

/** Something of a host's libvirt for pages: read while someone looks, when libvirt tells of a change. */
export class ResourceWatch<T> {
  readonly #listeners = new Set<Listener<T>>();
  #last: T | null = null;

  readonly #read: () => Promise<T>;
  readonly #reading: Rereading;

  /**
   * @param read Rejects with an AppError "host-unreachable" or "host-connecting" while there is no connection; `refresh`
   *   is called once there is.
   */
  constructor(read: () => Promise<T>, log: Logger) {
    this.#read = read;
    this.#reading = new Rereading(
      () => this.#readOnce(),
      (error) => log.warn({ err: error }, "could not read a host's resources"),
    );
  }

  /** What was read last; null before anybody watched. */
  get last(): T | null {
    return this.#last;
  }

  /** Sends what is there, now and after each change, until the returned function is called. */
  watch(listener: Listener<T>): () => void {
    if (this.#last !== null && this.#listeners.size > 0) listener(this.#last);
    this.#listeners.add(listener);
    if (this.#last === null || this.#listeners.size === 1) this.refresh();
    return () => this.#listeners.delete(listener);
  }

  /** Reads anew. While a read is under way a further call makes it run once more, not twice at a time. */
  refresh(): void {
    if (this.#listeners.size > 0) this.#reading.request();
  }

  async #readOnce(): Promise<void> {
    // Asked for again after the last one left.
    if (this.#listeners.size === 0) return;
    try {
      const resources = await this.#read();
      if (this.#listeners.size > 0) this.#last = resources;
      for (const listener of this.#listeners) listener(resources);
    } catch (error) {
      // What was known stays on show, marked by the host's state.
      if (!(error instanceof AppError && withoutConnection.includes(error.code))) throw error;
    }
  }
}
