import { hashOf } from "../secrets";

/** Longer than any challenge is good for. */
const keptMs = 10 * 60_000;

/** What was taken and must not be taken again. Only what was right comes here, so that strangers can't fill it. */
export class UsedOnce {
  readonly #now: () => number;
  readonly #until = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** False where it was taken before. */
  take(what: string): boolean {
    const now = this.#now();
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    const key = hashOf(what);
    if (this.#until.has(key)) return false;
    this.#until.set(key, now + keptMs);
    return true;
  }
}
