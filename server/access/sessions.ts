import { eq, lt, or, sql } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { sessions, users } from "../database/schema";
import { hashOf, newSecret } from "./secrets";
import { type BegunSession, isAlive, type Session, type SignedInUser, sessionLimits } from "./session";

/** The sessions in the database. */
export class Sessions {
  readonly #byId;
  readonly #touch;
  readonly #passwordHash;

  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    const { query } = database;
    this.#byId = query
      .select({
        id: sessions.id,
        lastUsedAt: sessions.lastUsedAt,
        expiresAt: sessions.expiresAt,
        disabledAt: users.disabledAt,
        user: { id: users.id, name: users.name, level: users.level },
      })
      .from(sessions)
      .innerJoin(users, eq(sessions.userId, users.id))
      .where(eq(sessions.id, sql.placeholder("id")))
      .prepare();
    this.#passwordHash = query
      .select({ passwordHash: users.passwordHash })
      .from(sessions)
      .innerJoin(users, eq(sessions.userId, users.id))
      .where(eq(sessions.id, sql.placeholder("id")))
      .prepare();
    this.#touch = query
      .update(sessions)
      .set({ lastUsedAt: sql`${sql.placeholder("now")}` })
      .where(eq(sessions.id, sql.placeholder("id")))
      .prepare();
  }

  /** Begins a session of `user`, with a secret of its own. */
  begin(user: SignedInUser, now: number): BegunSession {
    const secret = newSecret();
    const id = hashOf(secret);
    const expiresAt = now + sessionLimits.absoluteMs;
    const row = { id, userId: user.id, createdAt: now, lastUsedAt: now, expiresAt };
    this.#database.query.insert(sessions).values(row).run();
    return { id, secret, user, expiresAt };
  }

  /** The session that is called `id`, and notes that it is in use; null where it is over or never was. */
  use(id: string, now: number): Session | null {
    const row = this.#byId.get({ id });
    if (!row || row.disabledAt !== null || !isAlive(row, now)) return null;
    if (now - row.lastUsedAt >= sessionLimits.touchMs) this.#touch.run({ id, now });
    return { id, user: row.user, expiresAt: row.expiresAt };
  }

  /** The hash of the password of the session's user; null where there is no such session. */
  passwordHashOf(id: string): string | null {
    return this.#passwordHash.get({ id })?.passwordHash ?? null;
  }

  /** Ends a session; false where there was none. */
  end(id: string): boolean {
    return this.#database.query.delete(sessions).where(eq(sessions.id, id)).run().changes > 0;
  }

  /** Removes what nobody can use any more. */
  removeDead(now: number): void {
    const dead = or(lt(sessions.expiresAt, now), lt(sessions.lastUsedAt, now - sessionLimits.idleMs));
    this.#database.query.delete(sessions).where(dead).run();
  }
}
