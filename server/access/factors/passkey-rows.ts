import { and, asc, eq, lt, or, sql } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { passkeys } from "../../database/tables/second-factors";

export type PasskeyRecord = typeof passkeys.$inferSelect;

/** The passkeys in the database. */
export class PasskeyRows {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A user's, the oldest first. */
  of(userId: string): PasskeyRecord[] {
    const ofUser = this.#database.query.select().from(passkeys).where(eq(passkeys.userId, userId));
    return ofUser.orderBy(asc(passkeys.createdAt)).all();
  }

  byId(id: string): PasskeyRecord | null {
    return this.#database.query.select().from(passkeys).where(eq(passkeys.id, id)).get() ?? null;
  }

  /** False where it is somebody's already. */
  add(record: PasskeyRecord): boolean {
    return this.#database.query.insert(passkeys).values(record).onConflictDoNothing().run().changes === 1;
  }

  /** Notes a use; false where the counter does not grow, as a copy's would not. Many passkeys count nothing: 0 stays 0. */
  use(id: string, counter: number, now: number): boolean {
    const grows = or(lt(passkeys.counter, counter), and(eq(passkeys.counter, 0), sql`${counter} = 0`));
    const used = this.#database.query.update(passkeys).set({ counter, lastUsedAt: now });
    return used.where(and(eq(passkeys.id, id), grows)).run().changes === 1;
  }

  /** False where the user has none of this id. */
  remove(userId: string, id: string): boolean {
    const row = and(eq(passkeys.userId, userId), eq(passkeys.id, id));
    return this.#database.query.delete(passkeys).where(row).run().changes === 1;
  }

  removeAll(userId: string): void {
    this.#database.query.delete(passkeys).where(eq(passkeys.userId, userId)).run();
  }
}
