import { asc, desc, eq, gt } from "drizzle-orm";
import type { Database } from "../../../database/open-database";
import { audit } from "../../../database/tables/audit";
import { meta } from "../../../database/tables/meta";
import type { AuditRow } from "../chain";
import type { AuditCopy } from "./audit-copy";

const metaName = "audit-sent";

/**
 * Sends entries on to copies, in the order of their chain: whoever has written them, this process or a command beside it, also
 * while Passdeck did not run. How far it is stands in the database.
 */
export class SentOn {
  readonly #database: Database;
  readonly #copies: readonly AuditCopy[];

  constructor(database: Database, copies: readonly AuditCopy[]) {
    this.#database = database;
    this.#copies = copies;
    if (copies.length === 0) this.#forget();
  }

  /** Sends what was not sent yet. What there was before there were copies is not. */
  sendNew(): void {
    if (this.#copies.length === 0) return;
    for (const row of this.#takeNew()) for (const copy of this.#copies) copy.send(row);
  }

  #takeNew(): AuditRow[] {
    return this.#database.transaction(() => {
      const { query } = this.#database;
      const sent = this.#sent();
      const newest = query.select().from(audit).orderBy(desc(audit.id)).limit(1).get()?.id ?? 0;
      if (sent === newest) return [];
      this.#note(newest);
      return sent === null
        ? []
        : query.select().from(audit).where(gt(audit.id, sent)).orderBy(asc(audit.id)).all();
    });
  }

  #sent(): number | null {
    const row = this.#database.query.select().from(meta).where(eq(meta.name, metaName)).get();
    return row === undefined ? null : Number(row.value);
  }

  #note(id: number): void {
    const value = String(id);
    this.#database.query
      .insert(meta)
      .values({ name: metaName, value })
      .onConflictDoUpdate({ target: meta.name, set: { value } })
      .run();
  }

  /** Copies that are wanted later begin with what is new then. */
  #forget(): void {
    if (this.#sent() !== null) this.#database.query.delete(meta).where(eq(meta.name, metaName)).run();
  }
}
