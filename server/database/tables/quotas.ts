import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { groups } from "./groups";
import { users } from "./people";

/** The most that somebody's VMs may have together; null: no limit. */
const limits = () => ({
  vms: integer("vms"),
  vcpus: integer("vcpus"),
  memoryBytes: integer("memory_bytes"),
  diskBytes: integer("disk_bytes"),
  cards: integer("cards"),
});

export const userQuotas = sqliteTable("user_quotas", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  ...limits(),
});

export const groupQuotas = sqliteTable("group_quotas", {
  groupId: text("group_id")
    .primaryKey()
    .references(() => groups.id, { onDelete: "cascade" }),
  ...limits(),
});
