import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/** Links that open one console for who has no account. They go with their maker, and with their VM where Passdeck deletes it. */
export const consoleLinks = sqliteTable(
  "console_links",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of what stands in the link, in hexadecimal: a copy of the database opens nothing. */
    tokenHash: text("token_hash").notNull(),
    hostId: text("host_id").notNull(),
    vmId: text("vm_id").notNull(),
    kind: text("kind", { enum: ["serial", "graphical"] }).notNull(),
    readOnly: integer("read_only", { mode: "boolean" }).notNull(),
    /** Whom it is for, in its maker's words. */
    label: text("label"),
    makerId: text("maker_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** When and why it ended before that. */
    endedAt: integer("ended_at"),
    endedBy: text("ended_by", { enum: ["revoked", "maker lost the right"] }),
    /** When it opened the console last, and from where. */
    lastUsedAt: integer("last_used_at"),
    lastUsedAddress: text("last_used_address"),
  },
  (table) => [
    uniqueIndex("console_links_token").on(table.tokenHash),
    index("console_links_vm").on(table.hostId, table.vmId),
    index("console_links_maker").on(table.makerId),
  ],
);
