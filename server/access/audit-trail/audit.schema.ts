import * as z from "zod";
import { outcomes } from "../../database/audit-outcome.schema";

/** Whether the audit is as it was written. */
export const auditChainSchema = z.discriminatedUnion("kind", [
  /** `since` is when the first entry that is kept was made, Unix milliseconds; null where there is none. */
  z.object({ kind: z.literal("whole"), entries: z.int(), since: z.number().nullable() }),
  /** The first entry that is not as it was written, or does not follow on the one before it. */
  z.object({ kind: z.literal("broken"), id: z.int(), at: z.number() }),
]);
export type AuditChain = z.infer<typeof auditChainSchema>;

/** Which entries are wanted; all where nothing is said. */
export const auditFilterSchema = z.object({
  /** Stands in who, from where, what, on what or why, whatever its case. */
  text: z.string().max(200).default(""),
  /** How it came out; any where none is named. */
  outcomes: z.array(z.enum(outcomes)).max(outcomes.length).default([]),
  /** Unix milliseconds, both among them. */
  from: z.number().nullable().default(null),
  to: z.number().nullable().default(null),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** An act and what came of it, as pages show it. */
export const auditLineSchema = z.object({
  id: z.int(),
  at: z.number(),
  tookMs: z.number(),
  who: z.string().nullable(),
  address: z.string().nullable(),
  act: z.string(),
  title: z.string(),
  subject: z.string(),
  outcome: z.enum(outcomes),
  problem: z.string().nullable(),
  hash: z.string(),
});
export type AuditLine = z.infer<typeof auditLineSchema>;
