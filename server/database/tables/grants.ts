import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { groups } from "./groups";
import { users } from "./people";

/** What VMs may be made of on a host: lists of names. */
const grant = () => ({
  hostId: text("host_id").notNull(),
  pools: text("pools", { mode: "json" }).notNull().$type<unknown>(),
  networks: text("networks", { mode: "json" }).notNull().$type<unknown>(),
  media: text("media", { mode: "json" }).notNull().$type<unknown>(),
  devices: text("devices", { mode: "json" }).notNull().$type<unknown>().default([]),
});

export const userGrants = sqliteTable(
  "user_grants",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    ...grant(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hostId] })],
);

export const groupGrants = sqliteTable(
  "group_grants",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    ...grant(),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.hostId] })],
);
