import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Single facts about this installation, by name. */
export const meta = sqliteTable("meta", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});
