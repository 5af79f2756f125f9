import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/** Users with whom VMs are shared together. */
export const groups = sqliteTable(
  "groups",
  { id: text("id").primaryKey(), name: text("name").notNull(), createdAt: integer("created_at").notNull() },
  (table) => [uniqueIndex("groups_name").on(sql`lower(${table.name})`)],
);

export const groupMembers = sqliteTable(
  "group_members",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.userId] }),
    index("group_members_user").on(table.userId),
  ],
);
