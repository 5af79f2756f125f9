import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Long work and its plan: written before and after each step, so that a crash leaves an exact record. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: text("id").primaryKey(),
    hostId: text("host_id").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    subjects: text("subjects", { mode: "json" }).notNull().$type<string[]>(),
    startedBy: text("started_by").notNull(),
    startedAt: integer("started_at").notNull(),
    endedAt: integer("ended_at"),
    state: text("state").notNull(),
    /** The plan's steps, each with its state. */
    steps: text("steps", { mode: "json" }).notNull().$type<unknown>(),
    /** What the steps are made of anew after a restart; its shape depends on the kind. */
    input: text("input", { mode: "json" }).notNull().$type<unknown>(),
    /** What it will have taken of quotas, VM by VM; null of one that takes nothing. */
    reserved: text("reserved", { mode: "json" }).$type<unknown>(),
    problem: text("problem"),
    report: text("report"),
  },
  (table) => [index("jobs_started").on(table.startedAt)],
);
