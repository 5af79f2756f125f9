interface Timed {
  /** Of `performance.now()`. */
  readonly deadline: number;
  timeOut(): void;
}

/** One timer for all calls of a connection: a timer for each costs more than sending it. */
export class Deadlines {
  readonly #calls = new Set<Timed>();
  #timer: NodeJS.Timeout | undefined;
  /** When the timer is due; calls that were answered before leave it as it is. */
  #due = Number.POSITIVE_INFINITY;

  add(call: Timed): void {
    if (call.deadline === Number.POSITIVE_INFINITY) return;
    this.#calls.add(call);
    if (call.deadline < this.#due) this.#arm(call.deadline);
  }

  delete(call: Timed): void {
    this.#calls.delete(call);
  }

  clear(): void {
    this.#calls.clear();
    this.#disarm();
  }

  #arm(deadline: number): void {
    clearTimeout(this.#timer);
    this.#due = deadline;
    this.#timer = setTimeout(this.#expire, Math.max(0, deadline - performance.now()));
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
  }

  readonly #expire = (): void => {
    this.#disarm();
    // Timers of Node's fire up to a millisecond early.
    const now = performance.now() + 1;
    let next = Number.POSITIVE_INFINITY;
    for (const call of this.#calls) {
      if (call.deadline <= now) {
        this.#calls.delete(call);
        call.timeOut();
      } else next = Math.min(next, call.deadline);
    }
    if (next < this.#due) this.#arm(next);
  };
}
