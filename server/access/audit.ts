import type { Logger } from "pino";
import type { ObjectReference } from "./object.schema";

/**
 * `done`; `refused`: whoever asked may not; `conflict`: something stood against it, such as a job on the same thing;
 * `failed`: it could not be done, and was said why; `crashed`: by a fault of Passdeck's.
 */
export type Outcome = "done" | "refused" | "conflict" | "failed" | "crashed";

/** One act that somebody asked for, and what came of it. */
export interface AuditEntry {
  /** The user's name; null where nobody is signed in. */
  who: string | null;
  /** Where they asked from. */
  address: string;
  /** When it began, Unix milliseconds. */
  at: number;
  tookMs: number;
  /** "vm.rename" */
  act: string;
  /** Whether it changes anything; a plan does not. */
  changes: boolean;
  /** Empty where it was refused before anybody looked. */
  objects: readonly ObjectReference[];
  outcome: Outcome;
  /** What was answered where it was not done, for people. */
  problem: string | null;
}

/** Where the record of all acts goes. */
export interface AuditSink {
  record(entry: AuditEntry): void;
}

/** Writes a line into the log for each act; those that change nothing at level "debug". */
export function auditLog(log: Logger): AuditSink {
  return {
    record: (entry) =>
      log[entry.changes ? "info" : "debug"]({ audit: entry }, `${entry.act}: ${entry.outcome}`),
  };
}
