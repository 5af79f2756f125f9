import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { users } from "../database/schema";
import type { Role } from "./role";

export interface UserRecord {
  id: string;
  name: string;
  level: Role;
  passwordHash: string;
  disabledAt: number | null;
}

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

  /** The user of that name, in whichever case; null where there is none. */
  find(name: string): UserRecord | null {
    return this.#byName.get({ name: name.trim() }) ?? null;
  }

  add(user: { name: string; level: Role; passwordHash: string; createdAt: number }): UserRecord {
    const record = { id: randomUUID(), disabledAt: null, ...user };
    this.#database.query.insert(users).values(record).run();
    return record;
  }
}
