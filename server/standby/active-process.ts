import { eq } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "../database/open-database";
import { meta } from "../database/tables/meta";

const activeProcessSchema = z.object({
  /** Where it is reached, "https://192.0.2.7:8006". */
  url: z.string(),
  /** Its certificate as PEM, by which others know it; null without TLS. */
  certificate: z.string().nullable(),
  /** What standbys show it, so that it believes them whose requests they pass on. Made anew at each start. */
  secret: z.string(),
});
/** The process that works on the database, as the others find it there. */
export type ActiveProcess = z.infer<typeof activeProcessSchema>;

const metaName = "active-process";

/** Reads the row that {@link publishActive} writes. */
export const activeProcessStatement = `SELECT value FROM meta WHERE name = '${metaName}'`;

/** Tells the processes that stand by where the active one is. */
export function publishActive(database: Database, process: ActiveProcess): void {
  const value = JSON.stringify(process);
  database.transaction(() => {
    database.query.delete(meta).where(eq(meta.name, metaName)).run();
    database.query.insert(meta).values({ name: metaName, value }).run();
  });
}

/** What {@link activeProcessStatement} found; null where that is nothing. */
export function parseActive(value: string | null): ActiveProcess | null {
  return value === null ? null : activeProcessSchema.parse(JSON.parse(value));
}
