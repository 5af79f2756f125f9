import type { Logger } from "pino";
import type { Connection } from "../libvirt/connection";
import { type AddressLines, loadAddresses } from "./addresses";
import { subscribeDomainEvents, subscribeResourceEvents } from "./domain-events";
import type { EventLog } from "./event-log";
import { loadResources } from "./host-facts";
import type { Inventory } from "./inventory";
import { loadVm, loadVms } from "./load-host";
import { type DomainHandle, idOf, type VmFacts, type VmRecord, withFacts } from "./read-vm";
import { Rereading } from "./rereading";

/** What outlives a connection. */
export interface Surroundings {
  inventory: Inventory;
  eventLog: EventLog;
  log: Logger;
  changes: HostChanges;
}

/** Who wants to know what changed on a host besides its VMs. */
export interface HostChanges {
  /** A device of the host appeared, went, or is bound elsewhere. */
  devices(): void;
  /** Networks or storage pools came, went, started or stopped; or libvirt is back, with whatever it has now. */
  resources(): void;
}

interface VmReading {
  handle: DomainHandle;
  rereading: Rereading;
}

/**
 * A connected host: what keeps the inventory true from one connection's beginning to its end. Each event of
 * libvirt's leads to reading the VM anew, so that what is shown is what libvirt says, not what we conclude.
 */
export class LiveHost {
  /** When libvirt last said anything, Unix milliseconds. */
  lastSeen = Date.now();
  readonly #reading = new Map<string, VmReading>();
  /** While all is being loaded: the VMs that events told of meanwhile, whose bulk reading may be older. */
  #changedWhileLoading: Map<string, DomainHandle> | null = new Map();
  #ended = false;

  readonly #hostId: string;
  readonly #surroundings: Surroundings;
  readonly #resources: Rereading;

  constructor(
    hostId: string,
    readonly connection: Connection,
    surroundings: Surroundings,
  ) {
    this.#hostId = hostId;
    this.#surroundings = surroundings;
    this.#resources = new Rereading(
      () => this.#readResources(),
      (error) => surroundings.log.warn({ err: error }, "could not read networks and pools"),
    );
  }

  /** Subscribes first and loads then, so that nothing can fall between. */
  async begin(): Promise<void> {
    await subscribeDomainEvents(this.connection, {
      changed: (handle) => this.refresh(handle),
      balloon: (handle, bytes) => this.#setFacts(idOf(handle), { balloonBytes: bytes }),
      happened: (handle, words) => {
        this.#surroundings.eventLog.add({
          hostId: this.#hostId,
          vmId: idOf(handle),
          vmName: handle.name,
          ...words,
        });
      },
    });
    await subscribeResourceEvents(this.connection, {
      resources: () => {
        this.#resources.request();
        this.#surroundings.changes.resources();
      },
      devices: () => this.#surroundings.changes.devices(),
    });
    await this.#loadAll();
    const changed = this.#changedWhileLoading ?? new Map();
    this.#changedWhileLoading = null;
    for (const handle of changed.values()) this.refresh(handle);
  }

  end(): void {
    this.#ended = true;
    this.#resources.end();
    for (const { rereading } of this.#reading.values()) rereading.end();
  }

  /** Reads one VM anew. While a read is under way a further call makes it run once more, not twice at a time. */
  refresh(handle: DomainHandle): void {
    const id = idOf(handle);
    if (this.#changedWhileLoading) {
      this.#changedWhileLoading.set(id, handle);
      return;
    }
    if (this.#ended) return;
    const entry = this.#reading.get(id) ?? this.#readingOf(handle);
    entry.handle = handle;
    this.#reading.set(id, entry);
    entry.rereading.request();
  }

  /** By the handle that libvirt told last: a VM may have another name since. */
  #readingOf(first: DomainHandle): VmReading {
    const { log } = this.#surroundings;
    const entry: VmReading = {
      handle: first,
      rereading: new Rereading(
        async () => (this.#ended ? undefined : this.#readOne(entry.handle)),
        (error) => log.warn({ err: error, vm: entry.handle.name }, "could not read a VM"),
      ),
    };
    return entry;
  }

  /**
   * IP addresses of all running VMs. libvirt may take a while, so ask over a connection that may be held up.
   * @param neighbours What the host's own files tell of them, by MAC address; null where they can't be read.
   */
  async refreshAddresses(
    lines: AddressLines,
    neighbours: ReadonlyMap<string, string[]> | null,
  ): Promise<void> {
    const running = this.#records().filter(({ summary }) => summary.state === "running");
    const addresses = await loadAddresses(lines, running, neighbours);
    this.lastSeen = Date.now();
    for (const [id, list] of addresses) this.#setFacts(id, { addresses: list });
  }

  async #loadAll(): Promise<void> {
    const records = await loadVms(this.connection, this.#hostId, (id) =>
      this.#surroundings.inventory.vm(this.#hostId, id),
    );
    const present = new Set(records.map((record) => record.summary.id));
    for (const record of records) this.#surroundings.inventory.putVm(record);
    for (const { summary } of this.#records()) if (!present.has(summary.id)) this.#remove(summary.id);
  }

  async #readOne(handle: DomainHandle): Promise<void> {
    const id = idOf(handle);
    const record = await loadVm(
      this.connection,
      this.#hostId,
      handle,
      this.#surroundings.inventory.vm(this.#hostId, id),
    );
    this.lastSeen = Date.now();
    if (record === null) return this.#remove(id);
    this.#surroundings.inventory.putVm(record);
  }

  #remove(id: string): void {
    // One that was asked for meanwhile goes on, as the VM may be back.
    this.#reading.delete(id);
    this.#surroundings.inventory.removeVm(this.#hostId, id);
    this.#surroundings.eventLog.forget(this.#hostId, id);
  }

  #setFacts(id: string, change: Partial<VmFacts>): void {
    const record = this.#surroundings.inventory.vm(this.#hostId, id);
    if (!record) return;
    const facts = { ...record.facts, ...change };
    this.#surroundings.inventory.putVm(withFacts(record, facts));
  }

  async #readResources(): Promise<void> {
    const resources = await loadResources(this.connection);
    const host = this.#surroundings.inventory.host(this.#hostId);
    if (host && !this.#ended)
      this.#surroundings.inventory.putHost({ ...host, ...resources, lastSeen: Date.now() });
  }

  #records(): VmRecord[] {
    return this.#surroundings.inventory.vmsOf(this.#hostId);
  }
}
