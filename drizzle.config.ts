import { defineConfig } from "drizzle-kit";

/** For `npm run generate:migrations`, after a change of the schema. */
export default defineConfig({
  dialect: "sqlite",
  schema: "./server/database/tables/*.ts",
  out: "./server/database/migrations",
});
