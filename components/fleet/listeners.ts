type Listener<Argument> = (argument: Argument) => void;

/** Who wants to hear of something. */
export class Listeners<Argument = void> {
  readonly #all = new Set<Listener<Argument>>();

  /** Adds a listener; calling what comes back takes it away again. */
  add = (listener: Listener<Argument>): (() => void) => {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  };

  tell(argument: Argument): void {
    for (const listener of [...this.#all]) listener(argument);
  }
}

/** Listeners by key, so that a change of one thing wakes only those who look at that thing. */
export class KeyedListeners {
  readonly #byKey = new Map<string, Set<() => void>>();

  add(key: string, listener: () => void): () => void {
    const listeners = this.#byKey.get(key) ?? new Set();
    this.#byKey.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#byKey.get(key) === listeners) this.#byKey.delete(key);
    };
  }

  tell(key: string): void {
    for (const listener of [...(this.#byKey.get(key) ?? [])]) listener();
  }

  tellAll(): void {
    for (const key of [...this.#byKey.keys()]) this.tell(key);
  }
}
