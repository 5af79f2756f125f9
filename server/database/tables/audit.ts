import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { outcomes } from "../audit-outcome.schema";

/**
 * Every act that somebody asked for. Rows are added and never changed, which triggers see to, and only the oldest are taken
 * away: up to the one that stands in `meta` under "audit-anchor".
 */
export const audit = sqliteTable(
  "audit",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: integer("at").notNull(),
    tookMs: integer("took_ms").notNull(),
    /** A user's name; null where nobody was signed in. */
    who: text("who"),
    /** null of what Passdeck did by itself: a job's end. */
    address: text("address"),
    act: text("act").notNull(),
    /** For people: "Rename a VM". */
    title: text("title").notNull(),
    /** What it was done to, by its names at that time. */
    subject: text("subject").notNull(),
    objects: text("objects", { mode: "json" }).notNull().$type<unknown>(),
    outcome: text("outcome", { enum: outcomes }).notNull(),
    problem: text("problem"),
    /** SHA-256, in hexadecimal, of the row before it and of all above. */
    hash: text("hash").notNull(),
  },
  (table) => [index("audit_at").on(table.at)],
);
