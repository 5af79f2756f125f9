import type { VmRecord } from "./read-vm";
import type { FleetMessage, HostSummary, VmSummary } from "./schema";

type Listener = (message: FleetMessage) => void;

/**
 * Every host and VM, in memory. Pages read from here and cost libvirt nothing. Changes made within one turn of
 * the event loop go out as one delta; a change that changes nothing goes nowhere.
 */
export class Inventory {
  readonly #hosts = new Map<string, HostSummary>();
  readonly #vms = new Map<string, Map<string, VmRecord>>();
  readonly #listeners = new Set<Listener>();
  #sequence = 0;
  #changedHosts = new Set<string>();
  #changedVms = new Map<string, { hostId: string; id: string }>();
  #flushPending = false;

  /** Calls `listener` with a snapshot at once and with every delta after it, until the returned function is called. */
  watch(listener: Listener): () => void {
    this.#flush();
    listener(this.snapshot());
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshot(): FleetMessage {
    return { type: "snapshot", sequence: this.#sequence, hosts: this.allHosts(), vms: this.allVms() };
  }

  allVms(): VmSummary[] {
    return [...this.#vms.values()].flatMap((records) =>
      [...records.values()].map((record) => record.summary),
    );
  }

  allHosts(): HostSummary[] {
    return [...this.#hosts.values()];
  }

  host(hostId: string): HostSummary | undefined {
    return this.#hosts.get(hostId);
  }

  vm(hostId: string, id: string): VmRecord | undefined {
    return this.#vms.get(hostId)?.get(id);
  }

  vmsOf(hostId: string): VmRecord[] {
    return [...(this.#vms.get(hostId)?.values() ?? [])];
  }

  putHost(summary: HostSummary): void {
    const known = this.#hosts.get(summary.id);
    // The time of the last word alone is no news: it goes out with whatever else changes.
    if (known && same({ ...known, lastSeen: null }, { ...summary, lastSeen: null })) {
      known.lastSeen = summary.lastSeen;
      return;
    }
    this.#hosts.set(summary.id, summary);
    this.#changedHosts.add(summary.id);
    this.#scheduleFlush();
  }

  /** Forgets a host and its VMs. */
  removeHost(hostId: string): void {
    if (!this.#hosts.delete(hostId)) return;
    for (const { summary } of this.vmsOf(hostId)) this.removeVm(hostId, summary.id);
    this.#vms.delete(hostId);
    this.#changedHosts.add(hostId);
    this.#scheduleFlush();
  }

  putVm(record: VmRecord): void {
    const { hostId, id } = record.summary;
    const records = this.#vms.get(hostId) ?? new Map<string, VmRecord>();
    this.#vms.set(hostId, records);
    const known = records.get(id);
    records.set(id, record);
    if (!known || !same(known.summary, record.summary)) this.#noteVm(hostId, id);
  }

  removeVm(hostId: string, id: string): void {
    if (this.#vms.get(hostId)?.delete(id)) this.#noteVm(hostId, id);
  }

  #noteVm(hostId: string, id: string): void {
    this.#changedVms.set(`${hostId}/${id}`, { hostId, id });
    this.#scheduleFlush();
  }

  #scheduleFlush(): void {
    if (this.#flushPending) return;
    this.#flushPending = true;
    queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    this.#flushPending = false;
    if (this.#changedHosts.size === 0 && this.#changedVms.size === 0) return;
    const hosts = [...this.#changedHosts].flatMap((id) => this.#hosts.get(id) ?? []);
    const removedHosts = [...this.#changedHosts].filter((id) => !this.#hosts.has(id));
    const changed = [...this.#changedVms.values()];
    const vms = changed.flatMap(({ hostId, id }) => this.vm(hostId, id)?.summary ?? []);
    const removed = changed.filter(({ hostId, id }) => !this.vm(hostId, id));
    this.#changedHosts = new Set();
    this.#changedVms = new Map();
    this.#sequence += 1;
    const changes = { hosts, removedHosts, vms, removed };
    const message: FleetMessage = { type: "delta", sequence: this.#sequence, ...changes };
    for (const listener of this.#listeners) listener(message);
  }
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
