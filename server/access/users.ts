import { randomUUID } from "node:crypto";
import { and, asc, count, eq, isNull, notLike, sql } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { users } from "../database/tables/people";
import { AppError } from "../errors";
import { noPasswordMark } from "./passwords";
import type { Role } from "./role";
import { hashOf } from "./secrets";

export type UserRecord = typeof users.$inferSelect;

/** The users in the database. */
export class Users {
  readonly #byName;
  readonly #any;

  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    const { query } = database;
    this.#byName = query
      .select()
      .from(users)
      .where(eq(sql`lower(${users.name})`, sql`lower(${sql.placeholder("name")})`))
      .prepare();
    this.#any = query.select({ id: users.id }).from(users).limit(1).prepare();
  }

  /** Whether there is a user at all. */
  exist(): boolean {
    return this.#any.get() !== undefined;
  }

  /** All of them, by name. */
  all(): UserRecord[] {
    return this.#database.query
      .select()
      .from(users)
      .orderBy(asc(sql`lower(${users.name})`))
      .all();
  }

  /** The user of that name, in whichever case; null where there is none. */
  find(name: string): UserRecord | null {
    return this.#byName.get({ name: name.trim() }) ?? null;
  }

  /** The user of that id; null where there is none. */
  byId(id: string): UserRecord | null {
    return this.#database.query.select().from(users).where(eq(users.id, id)).get() ?? null;
  }

  /** @throws AppError "conflict" where somebody has the name, in whichever case. */
  add(user: { name: string; level: Role; passwordHash: string; createdAt: number }): UserRecord {
    const record = { id: randomUUID(), disabledAt: null, lastSeenAt: null, unlockedAt: null, ...user };
    if (this.#database.query.insert(users).values(record).onConflictDoNothing().run().changes === 1)
      return record;
    throw new AppError("conflict", {
      userMessage: `There is a user ${user.name} already. Choose another name.`,
    });
  }

  change(id: string, values: Partial<Omit<UserRecord, "id" | "name" | "createdAt">>): void {
    this.#database.query.update(users).set(values).where(eq(users.id, id)).run();
  }

  /** Removes a user with their sessions and their link. */
  remove(id: string): void {
    this.#database.query.delete(users).where(eq(users.id, id)).run();
  }

  /** How many administrators can sign in. */
  administrators(): number {
    const canSignIn = and(
      eq(users.level, "admin"),
      isNull(users.disabledAt),
      notLike(users.passwordHash, `${noPasswordMark}%`),
    );
    return this.#database.query.select({ all: count() }).from(users).where(canSignIn).get()?.all ?? 0;
  }
}

/** What wrong tries to sign in are counted by: a new password, or an unlocking, begins the count anew. */
export function accountKeyOf({ passwordHash, unlockedAt }: UserRecord): string {
  return hashOf(`${passwordHash} ${unlockedAt ?? ""}`);
}
