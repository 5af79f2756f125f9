import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/** Keys by which programs act for a user. They go when they are revoked, and with their user. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Its own among its user's, whatever the case: the audit names keys by it. */
    name: text("name").notNull(),
    /** SHA-256 of the key, in hexadecimal: a copy of the database lets nobody in. */
    hash: text("hash").notNull(),
    /** More than this it may not, whatever its user may. */
    level: text("level", { enum: ["member", "viewer", "operator", "admin"] }).notNull(),
    /** The VMs that it is for, as {hostId, vmId}; null: all that its user may see. */
    vms: text("vms", { mode: "json" }).$type<unknown>(),
    /** What it may do, as "vm.act" or "vm.*"; null: all that its level may. */
    acts: text("acts", { mode: "json" }).$type<unknown>(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** To within a minute; null before its first use. */
    lastUsedAt: integer("last_used_at"),
    lastUsedAddress: text("last_used_address"),
  },
  (table) => [
    uniqueIndex("api_keys_hash").on(table.hash),
    uniqueIndex("api_keys_name").on(table.userId, sql`lower(${table.name})`),
  ],
);

/** What was answered to requests with an Idempotency-Key, so that the same one again does nothing twice. */
export const idempotentAnswers = sqliteTable(
  "idempotent_answers",
  {
    /** Whose the key is: an API key's session, or a user. */
    caller: text("caller").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, path and body, in hexadecimal. */
    request: text("request").notNull(),
    status: integer("status").notNull(),
    location: text("location"),
    /** JSON; null where there was none. */
    body: text("body"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caller, table.key] }),
    index("idempotent_answers_created").on(table.createdAt),
  ],
);
