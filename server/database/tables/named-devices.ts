import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/** Names for one card of a host or for several, of which a VM that asks for it gets a free one. */
export const namedDevices = sqliteTable(
  "named_devices",
  {
    hostId: text("host_id").notNull(),
    name: text("name").notNull(),
    note: text("note").notNull(),
    members: text("members", { mode: "json" }).notNull().$type<unknown>(),
  },
  (table) => [uniqueIndex("named_devices_name").on(table.hostId, sql`lower(${table.name})`)],
);

/** The named devices that can be booked, and by which rules. */
export const bookableDevices = sqliteTable(
  "bookable_devices",
  {
    hostId: text("host_id").notNull(),
    name: text("name").notNull(),
    longestHours: integer("longest_hours").notNull(),
    daysAhead: integer("days_ahead").notNull(),
    atEnd: text("at_end", { enum: ["warn", "shut-down", "move"] }).notNull(),
    /** The named device whose card a VM is started with again; null where it is not moved. */
    moveTo: text("move_to"),
  },
  (table) => [primaryKey({ columns: [table.hostId, table.name] })],
);

/** Who has one of a named device from when to when. */
export const bookings = sqliteTable(
  "bookings",
  {
    id: text("id").primaryKey(),
    hostId: text("host_id").notNull(),
    name: text("name").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The VM that it is meant for; null where none was named. */
    vmId: text("vm_id"),
    from: integer("begins_at").notNull(),
    to: integer("ends_at").notNull(),
    /** The VM that was last started by it; null before. */
    usedBy: text("used_by"),
    /** How far its end is told and heeded. */
    stage: text("stage", {
      enum: ["booked", "warned", "ended", "asked", "moving", "started", "over"],
    }).notNull(),
    /** When the VM was asked to shut down; null where it was not. */
    askedAt: integer("asked_at"),
    /** The named device that its VM is moved to at its end, as the rules said when that came; null where it is not moved. */
    moveTo: text("move_to"),
    /** The names that the VM asked for before it was moved; null before. */
    askedFor: text("asked_for", { mode: "json" }).$type<string[]>(),
    /** What is left to do of a turn in the queue; null of nothing. */
    turn: text("turn", { enum: ["given", "told"] }),
  },
  (table) => [index("bookings_device").on(table.hostId, table.name), index("bookings_stage").on(table.stage)],
);

/** Who waits for one of a named device, in the order of coming. */
export const bookingQueue = sqliteTable(
  "booking_queue",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    hostId: text("host_id").notNull(),
    name: text("name").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hours: integer("hours").notNull(),
    /** The VM that is started when it is their turn; null for none. */
    vmId: text("vm_id"),
    since: integer("since").notNull(),
  },
  (table) => [uniqueIndex("booking_queue_person").on(table.hostId, table.name, table.userId)],
);
