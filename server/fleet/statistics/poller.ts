import type { Logger } from "pino";
import type { Connection } from "../../libvirt/connection";
import type { DomainHandle } from "../read-vm";
import { idOf } from "../read-vm";
import type { HostUsage, StatisticsSample, VmUsage } from "../schema";
import { type HostCounters, hostUsage, type VmCounters, vmUsage } from "./rates";
import { readHostCounters, readVmCounters } from "./read-counters";

/** What the poller needs of its host. */
export interface StatisticsSource {
  hostId: string;
  /** A connection of its own, so that a hung QEMU holds up nothing but the figures. */
  openConnection(): Promise<Connection>;
  /** Handles of the VMs that are on now. */
  running(): DomainHandle[];
  /** Called before each reading, for what else is worth knowing only while someone looks. */
  beforeReading(connection: Connection): Promise<void>;
}

const firstIntervalMs = 500;

interface Viewer {
  intervalMs: number;
  listener(sample: StatisticsSample): void;
}

/** Reads a host's figures at the shortest interval that a viewer asks for, and not at all while nobody looks. */
export class StatisticsPoller {
  readonly #viewers = new Set<Viewer>();
  #connection: Connection | null = null;
  #timer: NodeJS.Timeout | null = null;
  #reading = false;
  #vmCounters = new Map<string, VmCounters>();
  #hostCounters: HostCounters | undefined;
  #usage = new Map<string, VmUsage>();
  #host: HostUsage | null = null;
  #hasRead = false;
  /** Two readings were made, so that rates mean something. */
  #rated = false;

  readonly #source: StatisticsSource;
  readonly #log: Logger;

  constructor(source: StatisticsSource, log: Logger) {
    this.#source = source;
    this.#log = log;
  }

  /** Sends samples to `listener`, the known figures at once, until the returned function is called. */
  watch(intervalMs: number, listener: (sample: StatisticsSample) => void): () => void {
    const viewer: Viewer = { intervalMs, listener };
    const first = this.#viewers.size === 0;
    this.#viewers.add(viewer);
    if (this.#hasRead) listener(this.#sample(Object.fromEntries(this.#usage), []));
    // A reading may still be under way for a viewer who just left: the next one follows it, never beside it.
    if (first && !this.#reading) this.#tick();
    else this.#schedule();
    return () => {
      this.#viewers.delete(viewer);
      if (this.#viewers.size === 0) this.#rest();
    };
  }

  /** Nobody looks any more: no timer, no connection, no figures that would be old at the next look. */
  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    void this.#connection?.close().catch(() => undefined);
    this.#connection = null;
    this.#vmCounters = new Map();
    this.#hostCounters = undefined;
    this.#usage = new Map();
    this.#host = null;
    this.#rated = false;
    this.#hasRead = false;
  }

  #schedule(): void {
    if (this.#reading || this.#viewers.size === 0) return;
    if (this.#timer) clearTimeout(this.#timer);
    const interval = Math.min(...[...this.#viewers].map((viewer) => viewer.intervalMs));
    // The first reading has nothing to compare with: the second follows soon, so that rates show early.
    this.#timer = setTimeout(() => this.#tick(), this.#rated ? interval : firstIntervalMs);
  }

  #tick(): void {
    this.#reading = true;
    this.#read()
      .catch((error) => this.#giveUp(error))
      .finally(() => {
        this.#reading = false;
        this.#schedule();
      });
  }

  #giveUp(error: unknown): void {
    this.#log.debug({ err: error, host: this.#source.hostId }, "no statistics this time");
    void this.#connection?.close().catch(() => undefined);
    this.#connection = null;
  }

  async #read(): Promise<void> {
    this.#connection ??= await this.#source.openConnection();
    await this.#source.beforeReading(this.#connection);
    const running = this.#source.running();
    const [vms, host] = [
      await readVmCounters(this.#connection, running),
      await readHostCounters(this.#connection),
    ];
    if (this.#viewers.size === 0) return this.#rest();
    this.#rated = this.#hostCounters !== undefined || this.#vmCounters.size > 0;
    const changed = this.#takeVms(vms);
    const gone = this.#dropGone(new Set(vms.map(({ handle }) => idOf(handle))));
    this.#host = host && hostUsage(this.#hostCounters, host);
    this.#hostCounters = host ?? undefined;
    this.#hasRead = true;
    // Sent even when no figure changed: charts go on, and a page knows that what it shows is still so.
    this.#send(this.#sample(changed, gone));
  }

  #takeVms(readings: { handle: DomainHandle; counters: VmCounters }[]): Record<string, VmUsage> {
    const changed: Record<string, VmUsage> = {};
    for (const { handle, counters } of readings) {
      const id = idOf(handle);
      const usage = vmUsage(this.#vmCounters.get(id), counters);
      this.#vmCounters.set(id, counters);
      if (JSON.stringify(this.#usage.get(id)) !== JSON.stringify(usage)) changed[id] = usage;
      this.#usage.set(id, usage);
    }
    return changed;
  }

  #dropGone(present: Set<string>): string[] {
    const gone = [...this.#usage.keys()].filter((id) => !present.has(id));
    for (const id of gone) {
      this.#usage.delete(id);
      this.#vmCounters.delete(id);
    }
    return gone;
  }

  #sample(vms: Record<string, VmUsage>, gone: string[]): StatisticsSample {
    return { hostId: this.#source.hostId, at: Date.now(), host: this.#host, vms, gone };
  }

  #send(sample: StatisticsSample): void {
    for (const viewer of this.#viewers) viewer.listener(sample);
  }
}
