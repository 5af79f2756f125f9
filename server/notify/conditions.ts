import { eq } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { notificationConditions as table } from "../database/tables/notifications";

/** What is amiss and was told: kept, so that neither a second look nor a restart tells it again. */
export class Conditions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Notes that something is amiss. @returns whether that is new. */
  raise(key: string, now: number): boolean {
    const row = { key, since: now };
    return this.#database.query.insert(table).values(row).onConflictDoNothing().run().changes === 1;
  }

  /** Notes that something is well. @returns whether it was amiss. */
  clear(key: string): boolean {
    return this.#database.query.delete(table).where(eq(table.key, key)).run().changes === 1;
  }

  has(key: string): boolean {
    return this.#database.query.select().from(table).where(eq(table.key, key)).get() !== undefined;
  }

  /** All keys that begin with `prefix`. */
  keys(prefix: string): string[] {
    const all = this.#database.query.select({ key: table.key }).from(table).all();
    return all.map(({ key }) => key).filter((key) => key.startsWith(prefix));
  }
}
