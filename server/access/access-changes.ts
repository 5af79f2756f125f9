/** Of whom something has changed, by their id; null where it may be anybody, as another process has written. */
export type ChangedUser = string | null;

/**
 * Tells, once it is written, that something of a user has changed: what they may do, which sessions or which link they
 * have. Who holds something open for them asks again.
 */
export class AccessChanges {
  readonly #listeners = new Set<(user: ChangedUser) => void>();

  /** Tells `listener` until the returned function is called. */
  listen(listener: (user: ChangedUser) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(user: ChangedUser): void {
    for (const listener of [...this.#listeners]) listener(user);
  }
}

/** Whether a change is one of `userId`. */
export function concerns(changed: ChangedUser, userId: string): boolean {
  return changed === null || changed === userId;
}
