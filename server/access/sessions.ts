import { and, desc, eq, lt, ne, or, sql } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { sessions, users } from "../database/tables/people";
import { newBrowserMark } from "./browser-mark";
import { originProof } from "./origin-proof";
import { hashOf, newSecret } from "./secrets";
import {
  isAlive,
  type NewSession,
  type Session,
  type SessionOrigin,
  type SessionTimes,
  sessionLimits,
} from "./session";
import type { UserRecord } from "./users";

/** Longer than any browser's own; others may send what they like. */
const longestUserAgent = 400;

/** The sessions in the database. */
export class Sessions {
  readonly #byId;
  readonly #touch;
  readonly #seen;
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
    this.#seen = query
      .update(users)
      .set({ lastSeenAt: sql`${sql.placeholder("now")}` })
      .where(eq(users.id, sql.placeholder("id")))
      .prepare();
  }

  /** Begins a session of `user`, with a secret of its own. */
  begin(
    user: UserRecord,
    { address, userAgent }: SessionOrigin,
    now: number,
    { authenticatedAt, lastsMs }: SessionTimes = { authenticatedAt: now, lastsMs: sessionLimits.absoluteMs },
  ): NewSession {
    const secret = newSecret();
    const id = hashOf(secret);
    const expiresAt = now + lastsMs;
    const origin = { address, userAgent: userAgent?.slice(0, longestUserAgent) ?? null };
    const row = {
      id,
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
      authenticatedAt,
      ...origin,
    };
    this.#database.query.insert(sessions).values(row).run();
    this.#seen.run({ id: user.id, now });
    return {
      id,
      secret,
      user: { id: user.id, name: user.name, level: user.level },
      expiresAt,
      browserMark: newBrowserMark(user),
      originProof: originProof(id, user.passwordHash),
    };
  }

  /** The session that is called `id`, and notes that it is in use; null where it is over or never was. */
  use(id: string, now: number): Session | null {
    const row = this.#byId.get({ id });
    if (!row || row.disabledAt !== null || !isAlive(row, now)) return null;
    if (now - row.lastUsedAt >= sessionLimits.touchMs) {
      this.#touch.run({ id, now });
      this.#seen.run({ id: row.user.id, now });
    }
    return { id, user: row.user, expiresAt: row.expiresAt };
  }

  /** When the user of a session showed last that it is them, Unix milliseconds; 0 where there is no such session. */
  authenticatedAt(id: string): number {
    const session = this.#database.query
      .select({ at: sessions.authenticatedAt })
      .from(sessions)
      .where(eq(sessions.id, id))
      .get();
    return session?.at ?? 0;
  }

  /** Notes that the user of a session has shown that it is them. */
  authenticate(id: string, now: number): void {
    this.#database.query.update(sessions).set({ authenticatedAt: now }).where(eq(sessions.id, id)).run();
  }

  /** The hash of the password of the session's user; null where there is no such session. */
  passwordHashOf(id: string): string | null {
    return this.#passwordHash.get({ id })?.passwordHash ?? null;
  }

  /** The sessions of a user, or of all, that are not over; the last used first. */
  alive(now: number, userId?: string): (typeof sessions.$inferSelect)[] {
    const rows = this.#database.query.select().from(sessions);
    const found = (userId === undefined ? rows : rows.where(eq(sessions.userId, userId)))
      .orderBy(desc(sessions.lastUsedAt), desc(sessions.createdAt))
      .all();
    return found.filter((row) => isAlive(row, now));
  }

  /** Ends a session. @returns whose it was; null where there was none. */
  end(id: string): string | null {
    const ended = this.#database.query.delete(sessions).where(eq(sessions.id, id)).returning().get();
    return ended?.userId ?? null;
  }

  /** Ends all sessions of a user, but for the one called `kept`. */
  endAllOf(userId: string, kept = ""): void {
    const others = and(eq(sessions.userId, userId), ne(sessions.id, kept));
    this.#database.query.delete(sessions).where(others).run();
  }

  /** Removes what nobody can use any more. */
  removeDead(now: number): void {
    const dead = or(lt(sessions.expiresAt, now), lt(sessions.lastUsedAt, now - sessionLimits.idleMs));
    this.#database.query.delete(sessions).where(dead).run();
  }
}
