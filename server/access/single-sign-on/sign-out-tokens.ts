/**
 * The ID tokens that sessions were begun with, which a provider wants to see before it signs somebody out unasked. They are
 * kept in memory alone: after a restart the provider asks the person.
 */
export class SignOutTokens {
  readonly #now: () => number;
  readonly #tokens = new Map<string, { idToken: string; until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param until When the session ends, Unix milliseconds. */
  keep(sessionId: string, idToken: string, until: number): void {
    const now = this.#now();
    for (const [id, token] of this.#tokens) if (token.until <= now) this.#tokens.delete(id);
    this.#tokens.set(sessionId, { idToken, until });
  }

  /** The token of a session that ends; null where it is not known any more. */
  take(sessionId: string): string | null {
    const token = this.#tokens.get(sessionId)?.idToken ?? null;
    this.#tokens.delete(sessionId);
    return token;
  }
}
