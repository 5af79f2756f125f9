import { AppError } from "../../../errors";
import type { HostReader } from "./host-reader";
import type { ReadAnswer, ReadRequest } from "./protocol";
import { WaitingBatch } from "./waiting-batch";

export interface HostReadersOptions {
  /** Names the host in messages. */
  name: string;
  /** @throws AppError where the host can't be reached. */
  begin: () => HostReader;
  /** How long a batch may take from when it is asked for, in milliseconds. */
  limitMs: number;
  /** How long a batch waits for those before it until another reader is begun for it, in milliseconds. */
  patienceMs: number;
}

/** More would use up the sessions that a host's ssh server allows on one connection: ten, unless it is told otherwise. */
const mostReaders = 3;

/**
 * Has batches read one after the other by one long-lived reader. What hangs on the host (a disk, a device that is being
 * reset) holds up its own batch alone: others get another reader after a while.
 */
export class HostReaders {
  readonly #options: HostReadersOptions;
  readonly #waiting: WaitingBatch[] = [];
  /** All that run, with what each is reading. */
  readonly #running = new Map<HostReader, WaitingBatch | null>();
  #isClosed = false;

  constructor(options: HostReadersOptions) {
    this.#options = options;
  }

  /** @throws AppError "timed-out", or "host-unreachable" where the reader ends before its last answer. */
  async ask(requests: readonly ReadRequest[]): Promise<readonly ReadAnswer[]> {
    if (requests.length === 0) return [];
    if (this.#isClosed) throw this.#closed();
    const { limitMs, patienceMs } = this.#options;
    const batch = new WaitingBatch(requests);
    const patience = setTimeout(() => this.#serve(mostReaders), patienceMs);
    const limit = setTimeout(() => this.#giveUp(batch), limitMs);
    this.#waiting.push(batch);
    this.#serve();
    try {
      return await batch.answers;
    } finally {
      clearTimeout(patience);
      clearTimeout(limit);
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const batch of [...this.#waiting.splice(0), ...this.#running.values()])
      batch?.reject(this.#closed());
    for (const reader of this.#running.keys()) this.#drop(reader);
  }

  /** Hands batches to readers that have nothing to do. @param most So many may run; one that is there is never ended. */
  #serve(most = 1): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#running].find(([, batch]) => batch === null)?.[0];
      if (idle === undefined && this.#running.size >= most) return;
      const batch = this.#waiting.shift();
      if (batch !== undefined) void this.#read(batch, idle);
    }
  }

  async #read(batch: WaitingBatch, idle: HostReader | undefined): Promise<void> {
    let reader = idle;
    try {
      reader ??= this.#begin();
      this.#running.set(reader, batch);
      batch.resolve(await reader.ask(batch.requests, (count) => batch.heard(count)));
      this.#rest(reader);
      this.#serve();
    } catch (error) {
      batch.reject(error instanceof AppError ? error : this.#brokenOff(error));
      if (reader !== undefined) this.#drop(reader);
      // In its place another may begin.
      this.#serve(this.#running.size + 1);
    }
  }

  #begin(): HostReader {
    const reader = this.#options.begin();
    void reader.ended.then(() => this.#running.delete(reader));
    return reader;
  }

  /** One that waits for the next batch is enough. */
  #rest(reader: HostReader): void {
    this.#running.set(reader, null);
    const idle = [...this.#running.values()].filter((batch) => batch === null).length;
    if (idle > 1 && this.#waiting.length === 0) this.#drop(reader);
  }

  #drop(reader: HostReader): void {
    this.#running.delete(reader);
    reader.kill();
  }

  #giveUp(batch: WaitingBatch): void {
    const at = this.#waiting.indexOf(batch);
    if (at >= 0) this.#waiting.splice(at, 1);
    const readers = [...this.#running];
    const own = readers.find(([, read]) => read === batch);
    const inTheWay = own?.[1] ?? readers.find(([, read]) => read !== null)?.[1] ?? batch;
    batch.reject(this.#late(inTheWay.awaited));
    if (own !== undefined) this.#drop(own[0]);
  }

  #late(path: string): AppError {
    const { name, limitMs } = this.#options;
    return new AppError("timed-out", {
      userMessage: `${name} did not answer within ${limitMs / 1000} s; it was to read ${path}. A disk, a device or the connection hangs: look at its kernel’s log, and try again.`,
    });
  }

  #brokenOff(error: unknown): AppError {
    const why = error instanceof Error ? error.message : String(error);
    return new AppError("host-unreachable", {
      userMessage: `Reading the files of ${this.#options.name} broke off: ${why.replace(/\.$/, "")}. Try again.`,
      cause: error,
    });
  }

  #closed(): AppError {
    return new AppError("host-unreachable", {
      userMessage: `The connection to ${this.#options.name} was closed.`,
    });
  }
}
