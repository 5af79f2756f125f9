import { and, eq, lt } from "drizzle-orm";
import type { Database } from "./open-database";
import { idempotentAnswers } from "./tables/api-keys";

/** Answers are kept this long; milliseconds. */
const keptMs = 24 * 3_600_000;

/** What was answered to a request. */
export interface KeptAnswer {
  status: number;
  location: string | null;
  body: string | null;
}

/** Whose Idempotency-Key it is, and which. */
export interface IdempotencyKey {
  caller: string;
  key: string;
}

/** The answers to requests with an Idempotency-Key, for a day. */
export class IdempotentAnswers {
  readonly #database: Database;
  readonly #now: () => number;

  /** @param now Unix milliseconds; the clock where nothing is said. */
  constructor(database: Database, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  /** What was answered under a key, and to which request (its hash); null where nothing was. */
  find({ caller, key }: IdempotencyKey): (KeptAnswer & { request: string }) | null {
    this.#forgetOld();
    const ofKey = and(eq(idempotentAnswers.caller, caller), eq(idempotentAnswers.key, key));
    return this.#database.query.select().from(idempotentAnswers).where(ofKey).get() ?? null;
  }

  /** Keeps an answer under a key. */
  keep({ caller, key }: IdempotencyKey, request: string, { status, location, body }: KeptAnswer): void {
    const row = { caller, key, request, status, location, body, createdAt: this.#now() };
    this.#database.query.insert(idempotentAnswers).values(row).onConflictDoNothing().run();
  }

  #forgetOld(): void {
    const old = lt(idempotentAnswers.createdAt, this.#now() - keptMs);
    this.#database.query.delete(idempotentAnswers).where(old).run();
  }
}
