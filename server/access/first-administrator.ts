import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { meta } from "../database/tables/meta";
import { hashOf, isSameHash, newSecret } from "./secrets";

const metaName = "first-administrator-token";

/**
 * The one-time token that makes the first administrator. Only its hash is kept; the link with it stands in a file that
 * nobody else can read, for who can't see what the server printed.
 */
export class FirstAdministratorToken {
  readonly #database: Database;
  readonly #linkFile: string;

  constructor(database: Database, linkFile: string) {
    this.#database = database;
    this.#linkFile = linkFile;
  }

  /** Makes a new token, which ends the one before it, and returns the link that `linkOf` makes of it. */
  renew(linkOf: (token: string) => string): string {
    const token = newSecret();
    const value = hashOf(token);
    this.#database.query
      .insert(meta)
      .values({ name: metaName, value })
      .onConflictDoUpdate({ target: meta.name, set: { value } })
      .run();
    const link = linkOf(token);
    writeFileSync(this.#linkFile, `${link}\n`, { mode: 0o600 });
    // The mode above counts for a new file only.
    chmodSync(this.#linkFile, 0o600);
    return link;
  }

  isRight(token: string): boolean {
    const row = this.#database.query.select().from(meta).where(eq(meta.name, metaName)).get();
    return row !== undefined && isSameHash(row.value, hashOf(token));
  }

  /** Forgets the token for good. */
  end(): void {
    this.#database.query.delete(meta).where(eq(meta.name, metaName)).run();
    rmSync(this.#linkFile, { force: true });
  }
}
