import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/** Authenticator apps: one at most for each user. */
export const totp = sqliteTable("totp", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Encrypted with the key beside the database; see `FactorKey`. */
  secret: text("secret").notNull(),
  /** The last step of 30 seconds that a code was taken of: no code of it, or of one before, is taken again. */
  lastStep: integer("last_step").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** Passkeys (WebAuthn). */
export const passkeys = sqliteTable(
  "passkeys",
  {
    /** The credential's id, in Base64 for addresses. */
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** What it is bound to: it works at this host name alone. */
    hostName: text("host_name").notNull(),
    /** COSE, in Base64 for addresses. */
    publicKey: text("public_key").notNull(),
    /** How often it signed; 0 for good where it does not count. */
    counter: integer("counter").notNull(),
    transports: text("transports", { mode: "json" }).notNull().$type<string[]>(),
    createdAt: integer("created_at").notNull(),
    lastUsedAt: integer("last_used_at"),
  },
  (table) => [index("passkeys_user").on(table.userId)],
);

/** What still signs a user in whose second factor is lost; a row goes when its code is used. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the code, in hexadecimal. */
    codeHash: text("code_hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
);
