import { and, eq } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { identities } from "../../database/tables/people";

/** Whom a provider knows somebody as. */
export interface Identity {
  /** OpenID Connect's issuer, or "ldap:" and the base of the directory. */
  issuer: string;
  /** What the provider calls them for good. */
  subject: string;
}

/** Which users are whom to a provider, in the database. */
export class Identities {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Whose identity it is, by their id; null where it is nobody's. */
  userOf({ issuer, subject }: Identity): string | null {
    const same = and(eq(identities.issuer, issuer), eq(identities.subject, subject));
    return this.#database.query.select().from(identities).where(same).get()?.userId ?? null;
  }

  /** A user's identity; null for who signs in by a password of this Passdeck. */
  of(userId: string): Identity | null {
    const ofUser = eq(identities.userId, userId);
    return this.#database.query.select().from(identities).where(ofUser).get() ?? null;
  }

  /** Every user's identity, by the user's id. */
  all(): Map<string, Identity> {
    const rows = this.#database.query.select().from(identities).all();
    return new Map(rows.map((row) => [row.userId, row]));
  }

  /** Gives a user an identity in place of the one that they had. */
  link(userId: string, { issuer, subject }: Identity, createdAt: number): void {
    this.unlink(userId);
    this.#database.query.insert(identities).values({ userId, issuer, subject, createdAt }).run();
  }

  unlink(userId: string): void {
    this.#database.query.delete(identities).where(eq(identities.userId, userId)).run();
  }
}
