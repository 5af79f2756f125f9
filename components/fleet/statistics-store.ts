import type { HostUsage, StatisticsSample, VmUsage } from "@/server/fleet/schema";
import { KeyedListeners, Listeners } from "./listeners";
import { vmKey } from "./vm-key";

/** One moment of something's usage, for charts. */
export interface Moment<Usage> {
  /** Unix milliseconds. */
  at: number;
  usage: Usage;
}

/** Ten minutes at one sample in two seconds. */
const keptMoments = 300;

/** The latest figures of VMs and hosts, and the recent past of those that someone draws. */
export class StatisticsStore {
  readonly #vms = new Map<string, VmUsage>();
  readonly #hosts = new Map<string, HostUsage>();
  readonly #vmPast = new Map<string, readonly Moment<VmUsage>[]>();
  readonly #recorders = new Map<string, number>();
  readonly #hostPast = new Map<string, readonly Moment<HostUsage>[]>();
  readonly #listeners = new KeyedListeners();
  /** Told once a sample with the id of its host. */
  readonly samples = new Listeners<string>();

  usage(key: string): VmUsage | null {
    return this.#vms.get(key) ?? null;
  }

  hostUsage(hostId: string): HostUsage | null {
    return this.#hosts.get(hostId) ?? null;
  }

  /** The recent past of a host, oldest first; the same array until the next sample. */
  hostMoments(hostId: string): readonly Moment<HostUsage>[] {
    return this.#hostPast.get(hostId) ?? noMoments;
  }

  /** The recent past of a VM that is being recorded, oldest first; the same array until the next sample. */
  moments(key: string): readonly Moment<VmUsage>[] {
    return this.#vmPast.get(key) ?? noVmMoments;
  }

  /** Keeps the past of this VM until the returned function is called; of all others only the last figures are kept. */
  record(key: string): () => void {
    this.#recorders.set(key, (this.#recorders.get(key) ?? 0) + 1);
    if (!this.#vmPast.has(key)) this.#vmPast.set(key, noVmMoments);
    return () => {
      const left = (this.#recorders.get(key) ?? 1) - 1;
      this.#recorders.set(key, left);
      if (left > 0) return;
      this.#recorders.delete(key);
      this.#vmPast.delete(key);
    };
  }

  onUsage(key: string, listener: () => void): () => void {
    return this.#listeners.add(key, listener);
  }

  /** Takes in a sample; the first of a subscription is `complete`: a VM that it leaves out has no figures. */
  apply(sample: StatisticsSample, complete: boolean): void {
    const touched = new Set(sample.gone.map((id) => vmKey({ hostId: sample.hostId, id })));
    if (complete)
      for (const key of this.#vms.keys()) if (key.startsWith(`${sample.hostId}/`)) touched.add(key);
    for (const key of touched) this.#vms.delete(key);
    for (const [id, usage] of Object.entries(sample.vms)) {
      const key = vmKey({ hostId: sample.hostId, id });
      this.#vms.set(key, usage);
      touched.add(key);
    }
    if (sample.host !== null) this.#putHost(sample.hostId, sample.at, sample.host);
    this.#rememberVms(sample);
    for (const key of touched) this.#listeners.tell(key);
    this.samples.tell(sample.hostId);
  }

  #putHost(hostId: string, at: number, usage: HostUsage): void {
    this.#hosts.set(hostId, usage);
    this.#hostPast.set(hostId, [...this.hostMoments(hostId), { at, usage }].slice(-keptMoments));
  }

  /** A VM that a sample leaves out did not change: its last figures hold for this moment too. */
  #rememberVms({ hostId, at }: StatisticsSample): void {
    for (const [key, past] of this.#vmPast) {
      const usage = key.startsWith(`${hostId}/`) ? this.#vms.get(key) : undefined;
      if (usage === undefined) continue;
      this.#vmPast.set(key, [...past, { at, usage }].slice(-keptMoments));
    }
  }
}

const noMoments: readonly Moment<HostUsage>[] = [];
const noVmMoments: readonly Moment<VmUsage>[] = [];
