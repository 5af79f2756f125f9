import { and, asc, count, eq, lt, sql } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { apiKeys } from "../../database/tables/api-keys";
import { users } from "../../database/tables/people";

export type KeyRecord = typeof apiKeys.$inferSelect;

/** The API keys in the database. */
export class KeyStore {
  readonly #database: Database;
  readonly #byHash;
  readonly #byId;

  constructor(database: Database) {
    this.#database = database;
    const withUser = () =>
      database.query
        .select({
          key: apiKeys,
          user: { id: users.id, name: users.name, level: users.level },
          disabledAt: users.disabledAt,
        })
        .from(apiKeys)
        .innerJoin(users, eq(apiKeys.userId, users.id));
    this.#byHash = withUser()
      .where(eq(apiKeys.hash, sql.placeholder("hash")))
      .prepare();
    this.#byId = withUser()
      .where(eq(apiKeys.id, sql.placeholder("id")))
      .prepare();
  }

  /** The key of that hash, with its user; undefined where there is none. */
  byHash(hash: string) {
    return this.#byHash.get({ hash });
  }

  /** The key of that id, with its user; undefined where there is none. */
  byId(id: string) {
    return this.#byId.get({ id });
  }

  /** A user's keys, by name; the expired ones among them. */
  of(userId: string): KeyRecord[] {
    return this.#database.query
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.userId, userId))
      .orderBy(asc(sql`lower(${apiKeys.name})`))
      .all();
  }

  count(userId: string): number {
    const row = this.#database.query
      .select({ all: count() })
      .from(apiKeys)
      .where(eq(apiKeys.userId, userId))
      .get();
    return row?.all ?? 0;
  }

  /** @returns false where its user has a key of that name. */
  add(key: KeyRecord): boolean {
    return this.#database.query.insert(apiKeys).values(key).onConflictDoNothing().run().changes === 1;
  }

  /** Notes that a key is in use. */
  touch(id: string, lastUsedAt: number, lastUsedAddress: string): void {
    this.#database.query.update(apiKeys).set({ lastUsedAt, lastUsedAddress }).where(eq(apiKeys.id, id)).run();
  }

  /** Takes a user's key away. @returns its name; null where there is none. */
  remove(userId: string, id: string): string | null {
    const theirs = and(eq(apiKeys.userId, userId), eq(apiKeys.id, id));
    return this.#database.query.delete(apiKeys).where(theirs).returning().get()?.name ?? null;
  }

  removeAllOf(userId: string): void {
    this.#database.query.delete(apiKeys).where(eq(apiKeys.userId, userId)).run();
  }

  /** Takes those away that expired before `time`, Unix milliseconds. */
  removeExpired(time: number): void {
    this.#database.query.delete(apiKeys).where(lt(apiKeys.expiresAt, time)).run();
  }
}
