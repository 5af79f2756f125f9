import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Times are Unix milliseconds. */
export const users = sqliteTable(
  "users",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** Argon2id in the PHC form, with its parameters and salt; what begins with "!" stands for no password. */
    passwordHash: text("password_hash").notNull(),
    level: text("level", { enum: ["member", "viewer", "operator", "admin"] }).notNull(),
    createdAt: integer("created_at").notNull(),
    disabledAt: integer("disabled_at"),
    /** When one of their sessions was used last; null before their first. */
    lastSeenAt: integer("last_seen_at"),
    /** Wrong tries to sign in before then count no more; null where they were never forgiven. */
    unlockedAt: integer("unlocked_at"),
  },
  // Two names that differ in case alone would be taken for one another.
  (table) => [uniqueIndex("users_name").on(sql`lower(${table.name})`)],
);

export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 of what the cookie holds, in hexadecimal: a copy of the database signs nobody in. */
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    lastUsedAt: integer("last_used_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** Where it was begun; null of one from before this was kept. */
    address: text("address"),
    userAgent: text("user_agent"),
    /** When its user showed last that it is them; 0 of one from before this was kept. */
    authenticatedAt: integer("authenticated_at").notNull().default(0),
  },
  (table) => [index("sessions_user").on(table.userId), index("sessions_expires").on(table.expiresAt)],
);

/** Whom a provider of identities knows a user as: by its name and its own, never by an e-mail address. One at most for each. */
export const identities = sqliteTable(
  "identities",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** OpenID Connect's issuer, or "ldap:" and the base of the directory. */
    issuer: text("issuer").notNull(),
    /** What the provider calls them for good: "sub", or an entry's UUID. */
    subject: text("subject").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [uniqueIndex("identities_subject").on(table.issuer, table.subject)],
);

/** One-time links by which people choose their password: one at most for each. */
export const joinLinks = sqliteTable(
  "join_links",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of what stands in the link, in hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (table) => [uniqueIndex("join_links_token").on(table.tokenHash)],
);

/** From where users have signed in. */
export const knownPlaces = sqliteTable(
  "known_places",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Their network, and what they call their browser. */
    place: text("place").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.place] })],
);

/** How pages write dates, times and numbers for users who have chosen; of the others there is no row. */
export const formatsChoices = sqliteTable("formats_choices", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  region: text("region").notNull(),
  clock: text("clock").notNull(),
  firstDay: text("first_day").notNull(),
  timeZone: text("time_zone").notNull(),
});

/** How users look at the list of VMs, under names of their own. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The search part of the list's address: "?tag=prod&sort=-cpu". */
    search: text("search").notNull(),
    /** The list opens with it: of one at most. */
    isDefault: integer("is_default", { mode: "boolean" }).notNull(),
  },
  (table) => [uniqueIndex("saved_views_name").on(table.userId, sql`lower(${table.name})`)],
);
