import type { VmEvent } from "./schema";

const keptPerVm = 200;

type Listener = (event: VmEvent) => void;

/** What happened to each VM since Passdeck first saw it: the last 200 events a VM, in memory. */
export class EventLog {
  readonly #events = new Map<string, VmEvent[]>();
  readonly #listeners = new Set<Listener>();
  #sequence = 0;

  add(event: Omit<VmEvent, "sequence" | "at">): void {
    this.#sequence += 1;
    const whole: VmEvent = { ...event, sequence: this.#sequence, at: Date.now() };
    const key = `${event.hostId}/${event.vmId}`;
    const kept = this.#events.get(key) ?? [];
    kept.push(whole);
    if (kept.length > keptPerVm) kept.shift();
    this.#events.set(key, kept);
    for (const listener of this.#listeners) listener(whole);
  }

  /** The kept events of a VM, oldest first. */
  of(hostId: string, vmId: string): VmEvent[] {
    return [...(this.#events.get(`${hostId}/${vmId}`) ?? [])];
  }

  /** Drops what is kept of a VM that is no more. */
  forget(hostId: string, vmId: string): void {
    this.#events.delete(`${hostId}/${vmId}`);
  }

  /** Calls `listener` with each new event until the returned function is called. */
  watch(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
