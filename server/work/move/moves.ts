import type { VmKey } from "../../access/shared-object";
import type { MigrationProgress } from "../../move/migration.schema";

type Listener = (progress: MigrationProgress | null) => void;

/** How far the VMs that move are, for those who look on. It is not kept: a job's record has what became of it. */
export class Moves {
  readonly #now = new Map<string, MigrationProgress>();
  readonly #listeners = new Map<string, Set<Listener>>();

  /** @param progress null at the end. */
  tell(vm: VmKey, progress: MigrationProgress | null): void {
    const key = keyOf(vm);
    if (progress === null) this.#now.delete(key);
    else this.#now.set(key, progress);
    for (const listener of this.#listeners.get(key) ?? []) listener(progress);
  }

  /** Sends how far a VM is, now and after each look, until the returned function is called; null while it does not move. */
  watch(vm: VmKey, listener: Listener): () => void {
    const key = keyOf(vm);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    listener(this.#now.get(key) ?? null);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(key);
    };
  }
}

function keyOf({ hostId, vmId }: VmKey): string {
  return `${hostId}/${vmId}`;
}
