import { and, eq, lt } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { totp } from "../../database/tables/second-factors";

export type TotpRecord = typeof totp.$inferSelect;

/** The authenticator apps in the database. */
export class TotpRows {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  of(userId: string): TotpRecord | null {
    return this.#database.query.select().from(totp).where(eq(totp.userId, userId)).get() ?? null;
  }

  /** False where the user has one already. */
  add(record: TotpRecord): boolean {
    return this.#database.query.insert(totp).values(record).onConflictDoNothing().run().changes === 1;
  }

  /** Notes that a code of this step is taken; false where one of it, or of a later step, was taken before. */
  takeStep(userId: string, step: number): boolean {
    const unused = and(eq(totp.userId, userId), lt(totp.lastStep, step));
    return this.#database.query.update(totp).set({ lastStep: step }).where(unused).run().changes === 1;
  }

  remove(userId: string): void {
    this.#database.query.delete(totp).where(eq(totp.userId, userId)).run();
  }
}
