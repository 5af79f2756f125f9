import { setImmediate } from "node:timers/promises";
import { asc, desc, eq, gt, lte } from "drizzle-orm";
import type { Logger } from "pino";
import * as z from "zod";
import type { Database } from "../../database/open-database";
import { audit } from "../../database/tables/audit";
import { meta } from "../../database/tables/meta";
import type { AuditEntry } from "../audit";
import type { AuditChain } from "./audit.schema";
import { type AuditRow, hashOfRow, noHash } from "./chain";

/** Where the chain begins: the last row that was taken away. */
const anchorSchema = z.object({ id: z.int(), hash: z.string() });
type Anchor = z.infer<typeof anchorSchema>;

const anchorName = "audit-anchor";

/** Rows that are checked before others get their turn. */
const rowsAtOnce = 500;

/** All acts that change something and all refusals, in the database, each chained to the one before it. */
export class AuditTrail {
  readonly #database: Database;
  readonly #log: Logger;
  #problem: string | null = null;

  constructor(database: Database, log: Logger) {
    this.#database = database;
    this.#log = log;
  }

  /** Why the latest entry could not be kept, a sentence; null where it was. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Keeps an entry, unless it is of somebody who only looked and was let to. @returns whether it is kept. */
  record(entry: AuditEntry): boolean {
    if (!entry.changes && entry.outcome !== "refused") return false;
    try {
      this.#keep(entry);
      this.#problem = null;
      return true;
    } catch (error) {
      // What is done is not held up by a disk that is full; that it is missing here is said on the page.
      this.#problem = `An act could not be kept (${entry.title}): ${String(error)}`;
      this.#log.error({ err: error, act: entry.act }, "an act could not be kept in the audit");
      return false;
    }
  }

  #keep(entry: AuditEntry): void {
    const { changes: _changes, objects, ...said } = entry;
    const own = { ...said, objects: JSON.parse(JSON.stringify(objects)) };
    // It is the transaction that keeps other processes from chaining theirs to the same row.
    this.#database.transaction(() => {
      const hash = hashOfRow(this.#lastHash(), own);
      this.#database.query
        .insert(audit)
        .values({ ...own, hash })
        .run();
    });
  }

  /** Looks whether every row is as it was written and follows on the one before it. */
  async check(): Promise<AuditChain> {
    const anchor = this.#anchor();
    let { id, hash } = anchor;
    let first: number | null = null;
    for (let entries = 0; ; await setImmediate()) {
      const rows = this.#rowsAfter(id);
      for (const row of rows) {
        if (hashOfRow(hash, row) !== row.hash) {
          // Meanwhile, old rows were taken away.
          if (this.#anchor().id > anchor.id) return this.check();
          return { kind: "broken", id: row.id, at: row.at };
        }
        ({ id, hash } = row);
        first ??= row.at;
        entries += 1;
      }
      if (rows.length < rowsAtOnce) return { kind: "whole", entries, since: first };
    }
  }

  /** Takes rows away from before `time` (Unix milliseconds), the oldest first. @returns how many. */
  forgetBefore(time: number): number {
    return this.#database.transaction(() => {
      const { query } = this.#database;
      const firstKept = query
        .select()
        .from(audit)
        .where(gt(audit.at, time))
        .orderBy(asc(audit.id))
        .limit(1)
        .get();
      const last = this.#lastBefore(firstKept?.id ?? null);
      if (last === undefined) return 0;
      const value = JSON.stringify({ id: last.id, hash: last.hash } satisfies Anchor);
      query
        .insert(meta)
        .values({ name: anchorName, value })
        .onConflictDoUpdate({ target: meta.name, set: { value } })
        .run();
      return query.delete(audit).where(lte(audit.id, last.id)).run().changes;
    });
  }

  #lastBefore(id: number | null): AuditRow | undefined {
    const rows = this.#database.query.select().from(audit);
    const earlier = id === null ? rows : rows.where(lte(audit.id, id - 1));
    return earlier.orderBy(desc(audit.id)).limit(1).get();
  }

  #rowsAfter(id: number): AuditRow[] {
    const rows = this.#database.query.select().from(audit).where(gt(audit.id, id));
    return rows.orderBy(asc(audit.id)).limit(rowsAtOnce).all();
  }

  #lastHash(): string {
    return this.#lastBefore(null)?.hash ?? this.#anchor().hash;
  }

  #anchor(): Anchor {
    const row = this.#database.query.select().from(meta).where(eq(meta.name, anchorName)).get();
    return row === undefined ? { id: 0, hash: noHash } : anchorSchema.parse(JSON.parse(row.value));
  }
}
