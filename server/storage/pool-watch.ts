import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { storagePoolEventId } from "../libvirt/protocol/constants.gen";
import type { PoolSummary } from "./pool.schema";
import { readPools } from "./read-pools";

/** libvirt has no event for volumes that come, go or grow: while someone looks, figures are read this often. */
const intervalMs = 5_000;

type Listener = (pools: PoolSummary[]) => void;

/**
 * A host's storage pools, kept by libvirt's events while someone looks, over a connection of its own; nothing is kept
 * and asked for while nobody does.
 */
export class PoolWatch {
  readonly #listeners = new Set<Listener>();
  #latest: PoolSummary[] | null = null;
  #wake: () => void = () => undefined;
  #running: Promise<void> | null = null;

  readonly #connect: () => Promise<Connection>;

  /** @param connect Opens a connection; rejects while the host is away. */
  constructor(connect: () => Promise<Connection>) {
    this.#connect = connect;
  }

  /** Sends the pools to `listener`, now and whenever they change, until the returned function is called. */
  watch(listener: Listener): () => void {
    if (this.#latest) listener(this.#latest);
    this.#listeners.add(listener);
    this.#running ??= this.#run();
    return () => {
      this.#listeners.delete(listener);
      this.#wake();
    };
  }

  /** Has the pools read at once: something was done to them. */
  refresh(): void {
    this.#wake();
  }

  async #run(): Promise<void> {
    while (this.#listeners.size > 0) {
      // A host that is away is told of elsewhere; here it is tried again.
      await this.#follow().catch(() => this.#rest());
    }
    this.#latest = null;
    this.#running = null;
  }

  /** One life of a connection. */
  async #follow(): Promise<void> {
    const connection = await this.#connect();
    let lost = false;
    void connection.closed.then(() => {
      lost = true;
      this.#wake();
    });
    try {
      await this.#subscribe(connection);
      while (this.#listeners.size > 0 && !lost) {
        // Armed before reading, so that what happens meanwhile is not slept over.
        const rest = this.#rest();
        this.#tell(await readPools(connection));
        await rest;
      }
    } finally {
      await connection.close().catch(() => undefined);
    }
  }

  async #subscribe(connection: Connection): Promise<void> {
    connection.on("storage_pool_event_lifecycle", () => this.#wake());
    connection.on("storage_pool_event_refresh", () => this.#wake());
    const register = (eventID: number) =>
      connection.call("connect_storage_pool_event_register_any", { eventID, pool: null });
    await Promise.all(
      [storagePoolEventId.LIFECYCLE, storagePoolEventId.REFRESH].map((id) =>
        register(id).catch(ignoreMissing),
      ),
    );
  }

  #tell(pools: PoolSummary[]): void {
    if (JSON.stringify(pools) === JSON.stringify(this.#latest)) return;
    this.#latest = pools;
    for (const listener of this.#listeners) listener(pools);
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, intervalMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** A driver without these events answers with an error; the figures are read now and then all the same. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof LibvirtError)) throw error;
}
