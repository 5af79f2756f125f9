import { createHash } from "node:crypto";
import type { audit } from "../../database/tables/audit";

/** A row of the audit, as it stands in the database. */
export type AuditRow = typeof audit.$inferSelect;

/** What the first row is chained to. */
export const noHash = "0".repeat(64);

/**
 * The hash of a row: of the one before it, and of all that the row says. Whoever changes, takes away or slips in a row would have
 * to write all rows after it anew; and what was sent elsewhere (a file, syslog) has the hashes as they were.
 */
export function hashOfRow(previous: string, row: Omit<AuditRow, "id" | "hash">): string {
  const { at, tookMs, who, address, act, title, subject, objects, outcome, problem } = row;
  const said = [at, tookMs, who, address, act, title, subject, objects, outcome, problem];
  return createHash("sha256").update(previous).update(JSON.stringify(said)).digest("hex");
}
