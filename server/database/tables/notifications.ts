import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/** Where notifications are sent to. */
export const notificationChannels = sqliteTable(
  "notification_channels",
  {
    id: text("id").primaryKey(),
    /** Whose it is; null of the house's. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    enabled: integer("enabled", { mode: "boolean" }).notNull(),
    /** Its settings and its secret, encrypted: addresses of webhooks are secrets as well. */
    sealed: text("sealed").notNull(),
    rules: text("rules", { mode: "json" }).notNull().$type<unknown>(),
    createdAt: integer("created_at").notNull(),
    /** How many occurrences were dropped, as too many waited. */
    dropped: integer("dropped").notNull().default(0),
  },
  (table) => [index("notification_channels_user").on(table.userId)],
);

/** What is to be told on a channel, and what was: an occurrence is told once of each key. */
export const notificationEvents = sqliteTable(
  "notification_events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    channelId: text("channel_id")
      .notNull()
      .references(() => notificationChannels.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    occurrence: text("occurrence", { mode: "json" }).notNull().$type<unknown>(),
    at: integer("at").notNull(),
    dueAt: integer("due_at").notNull(),
    /** The message that it is told by; null before it is gathered. */
    messageId: text("message_id"),
  },
  (table) => [
    uniqueIndex("notification_events_key").on(table.channelId, table.key),
    index("notification_events_message").on(table.messageId),
    index("notification_events_due").on(table.channelId, table.dueAt),
  ],
);

/** Messages with how they fared: the latest of each channel. */
export const notificationMessages = sqliteTable(
  "notification_messages",
  {
    id: text("id").primaryKey(),
    channelId: text("channel_id")
      .notNull()
      .references(() => notificationChannels.id, { onDelete: "cascade" }),
    at: integer("at").notNull(),
    title: text("title").notNull(),
    /** How many occurrences were dropped before it. */
    dropped: integer("dropped").notNull(),
    state: text("state", { enum: ["waiting", "sent", "refused", "given-up"] }).notNull(),
    attempts: integer("attempts").notNull(),
    dueAt: integer("due_at").notNull(),
    status: integer("status"),
    words: text("words").notNull(),
    triedAt: integer("tried_at"),
  },
  (table) => [index("notification_messages_channel").on(table.channelId, table.at)],
);

/** What is amiss and was told, so that it is not told again until it was well. */
export const notificationConditions = sqliteTable("notification_conditions", {
  key: text("key").primaryKey(),
  since: integer("since").notNull(),
});
