import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Every definition that a VM has had since Passdeck first saw it, without passwords. */
export const definitionVersions = sqliteTable(
  "definition_versions",
  {
    /** Grows with each version, whatever the clock does. */
    id: integer("id").primaryKey({ autoIncrement: true }),
    hostId: text("host_id").notNull(),
    vmId: text("vm_id").notNull(),
    at: integer("at").notNull(),
    /** A user's name; null where it was changed outside Passdeck. */
    by: text("changed_by"),
    /** What was done, in a line. */
    what: text("what").notNull(),
    xml: text("xml").notNull(),
  },
  (table) => [index("definition_versions_vm").on(table.hostId, table.vmId, table.id)],
);

/** Users' own presets. */
export const vmPresets = sqliteTable(
  "vm_presets",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    note: text("note").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    specification: text("specification", { mode: "json" }).notNull().$type<unknown>(),
  },
  (table) => [uniqueIndex("vm_presets_name").on(sql`lower(${table.name})`)],
);

/** VMs whose last start by Passdeck failed. */
export const failedStarts = sqliteTable(
  "failed_starts",
  {
    hostId: text("host_id").notNull(),
    vmId: text("vm_id").notNull(),
    /** The job that was to start it; it may be forgotten by now. */
    jobId: text("job_id").notNull(),
    at: integer("at").notNull(),
    problem: text("problem").notNull(),
  },
  (table) => [primaryKey({ columns: [table.hostId, table.vmId] })],
);
