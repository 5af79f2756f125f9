import { KeyedListeners } from "@/components/fleet/listeners";

/** What someone on this page has asked of which VM and the server has not answered yet. */
export class PendingActions {
  readonly #doing = new Map<string, string>();
  readonly #listeners = new KeyedListeners();

  of(key: string): string | null {
    return this.#doing.get(key) ?? null;
  }

  on(key: string, listener: () => void): () => void {
    return this.#listeners.add(key, listener);
  }

  /** Marks the VMs as having something done to them until `work` ends, well or not. */
  async during<Result>(keys: readonly string[], words: string, work: () => Promise<Result>): Promise<Result> {
    this.#set(keys, words);
    try {
      return await work();
    } finally {
      this.#set(keys, null);
    }
  }

  #set(keys: readonly string[], words: string | null): void {
    for (const key of keys) {
      if (words === null) this.#doing.delete(key);
      else this.#doing.set(key, words);
      this.#listeners.tell(key);
    }
  }
}
