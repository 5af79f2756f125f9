import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { groups } from "./groups";
import { users } from "./people";

/**
 * What is shared, and what those whom it is shared with are to it: a VM, by its host and libvirt's UUID in lower case, or a
 * named device, by its host and its name.
 */
const share = () => ({
  kind: text("kind", { enum: ["vm", "named"] }).notNull(),
  hostId: text("host_id").notNull(),
  objectId: text("object_id").notNull(),
  level: text("level", { enum: ["viewer", "operator", "owner"] }).notNull(),
});

export const userShares = sqliteTable(
  "user_shares",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    ...share(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind, table.hostId, table.objectId] }),
    index("user_shares_object").on(table.kind, table.hostId, table.objectId),
  ],
);

export const groupShares = sqliteTable(
  "group_shares",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    ...share(),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.kind, table.hostId, table.objectId] }),
    index("group_shares_object").on(table.kind, table.hostId, table.objectId),
  ],
);

/** VMs whose consoles viewers may watch, whether they are viewers by their role or by a share. */
export const watchableVms = sqliteTable(
  "watchable_vms",
  { hostId: text("host_id").notNull(), vmId: text("vm_id").notNull() },
  (table) => [primaryKey({ columns: [table.hostId, table.vmId] })],
);

/** VMs whose guests may be asked for their GPUs. */
export const askedGuests = sqliteTable(
  "asked_guests",
  { hostId: text("host_id").notNull(), vmId: text("vm_id").notNull() },
  (table) => [primaryKey({ columns: [table.hostId, table.vmId] })],
);
