import { and, desc, getTableColumns, gte, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { audit } from "../../database/tables/audit";
import type { AuditFilter, AuditLine } from "./audit.schema";

const { objects: _objects, ...lineColumns } = getTableColumns(audit);
const searched = [audit.who, audit.address, audit.act, audit.title, audit.subject, audit.problem];

/** Entries that are read at once for who wants them all. */
const pageLength = 500;

/** Finds entries of the audit, the latest first. */
export class AuditSearch {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param before Only those with a smaller id; null: from the latest on. */
  page(filter: AuditFilter, { before, limit }: { before: number | null; limit: number }): AuditLine[] {
    const wanted = and(...conditions(filter), before === null ? undefined : lt(audit.id, before));
    const lines = this.#database.query.select(lineColumns).from(audit).where(wanted);
    return lines.orderBy(desc(audit.id)).limit(limit).all();
  }

  /** All that match, a page at a time: others may ask in between. */
  *all(filter: AuditFilter): Generator<AuditLine> {
    for (let before: number | null = null; ; ) {
      const lines: AuditLine[] = this.page(filter, { before, limit: pageLength });
      yield* lines;
      before = lines.at(-1)?.id ?? null;
      if (lines.length < pageLength) return;
    }
  }
}

function conditions({ text, outcomes, from, to }: AuditFilter): (SQL | undefined)[] {
  return [
    ...words(text).map((word) => or(...searched.map((column) => contains(column, word)))),
    outcomes.length === 0 ? undefined : inArray(audit.outcome, outcomes),
    from === null ? undefined : gte(audit.at, from),
    to === null ? undefined : lte(audit.at, to),
  ];
}

/** Each has to stand somewhere. */
function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** `%` and `_` stand for themselves. LIKE tells letters' cases apart in PostgreSQL, and not in SQLite. */
function contains(column: (typeof searched)[number], word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`lower(${column}) like lower(${pattern}) escape '\\'`;
}
