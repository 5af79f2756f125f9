import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Which driver a PCI device had before it was reserved for VMs; the row goes when the device is returned to the host. */
export const originalBindings = sqliteTable(
  "original_bindings",
  {
    hostId: text("host_id").notNull(),
    address: text("address").notNull(),
    /** Vendor and device, "10de:2204": another card may come to stand at the address. */
    device: text("device").notNull(),
    /** null: no driver had it. */
    driver: text("driver"),
    /** What stood in `driver_override`; null where nothing did. */
    driverOverride: text("driver_override"),
  },
  (table) => [primaryKey({ columns: [table.hostId, table.address] })],
);

/** What Passdeck changed of how a host starts, the undone ones among them. */
export const bootChanges = sqliteTable(
  "boot_changes",
  {
    id: text("id").primaryKey(),
    hostId: text("host_id").notNull(),
    title: text("title").notNull(),
    at: integer("at").notNull(),
    /** A user's name. */
    by: text("changed_by").notNull(),
    state: text("state", { enum: ["applying", "waiting", "verified"] }).notNull(),
    /** Which start of the host it was made in: the kernel's boot_id; null where that is not known. */
    bootId: text("boot_id"),
    /** Whether a program was run that makes menus or disks of the files. */
    generated: integer("generated", { mode: "boolean" }).notNull(),
    /** Files with what they were and became. */
    files: text("files", { mode: "json" }).notNull().$type<unknown>(),
    commands: text("commands", { mode: "json" }).notNull().$type<unknown>(),
    /** What was asked for, by which it is verified after the restart. */
    wish: text("wish", { mode: "json" }).notNull().$type<unknown>(),
    /** What was found when it was verified; null before, and of one that was verified when this was not kept yet. */
    findings: text("findings", { mode: "json" }).$type<unknown>(),
    /** The change that this one takes back. */
    undoes: text("undoes"),
    undoneBy: text("undone_by"),
  },
  (table) => [index("boot_changes_host").on(table.hostId, table.at)],
);

/** Hosts in maintenance, on which no VM is started. */
export const hostMaintenance = sqliteTable("host_maintenance", {
  hostId: text("host_id").primaryKey(),
  reason: text("reason").notNull(),
  since: integer("since").notNull(),
  /** A user's name. */
  by: text("begun_by").notNull(),
});

/** Hosts that were added. */
export const managedHosts = sqliteTable("managed_hosts", {
  id: text("id").primaryKey(),
  /** A transport, and what it takes. */
  route: text("route", { mode: "json" }).notNull().$type<unknown>(),
  /** libvirt's there, as the host itself would be asked. */
  uri: text("uri").notNull(),
  /** The accepted host keys, in the order of the route. */
  pins: text("pins", { mode: "json" }).notNull().$type<unknown>(),
  /** Encrypted by a key beside the database. */
  credential: text("credential").notNull(),
  signsInBy: text("signs_in_by", { enum: ["own", "password", "key", "client-key"] }).notNull(),
  addedAt: integer("added_at").notNull(),
  addedBy: text("added_by").notNull(),
});
