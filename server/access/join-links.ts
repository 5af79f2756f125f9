import { eq } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { joinLinks } from "../database/tables/people";
import { hashOf, newSecret } from "./secrets";

/** A link works this long. */
const lifeMs = 7 * 24 * 3_600_000;

/** A one-time link, as it is told once. */
export interface JoinLink {
  /** What stands in the link; the database has its hash alone. */
  token: string;
  /** Unix milliseconds. */
  expiresAt: number;
}

/** The one-time links by which people choose their password, in the database. */
export class JoinLinks {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes a link for a user, which ends the one that they had. */
  make(userId: string, now: number): JoinLink {
    const token = newSecret();
    const link = { tokenHash: hashOf(token), expiresAt: now + lifeMs };
    this.#database.query
      .insert(joinLinks)
      .values({ userId, ...link })
      .onConflictDoUpdate({ target: joinLinks.userId, set: link })
      .run();
    return { token, expiresAt: link.expiresAt };
  }

  /** Ends a user's link; false where there was none. */
  revoke(userId: string): boolean {
    return this.#database.query.delete(joinLinks).where(eq(joinLinks.userId, userId)).run().changes > 0;
  }

  /** Whom a link is for, by their id; null where it is none, or too old. */
  userOf(token: string, now: number): string | null {
    const ofToken = eq(joinLinks.tokenHash, hashOf(token));
    const row = this.#database.query.select().from(joinLinks).where(ofToken).get();
    return row !== undefined && now < row.expiresAt ? row.userId : null;
  }

  /** When each user's link ends, by their id; the ended ones among them. */
  ends(): Map<string, number> {
    const rows = this.#database.query.select().from(joinLinks).all();
    return new Map(rows.map(({ userId, expiresAt }) => [userId, expiresAt]));
  }
}
