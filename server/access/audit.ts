import type { Logger } from "pino";
import type { Outcome } from "../database/audit-outcome.schema";
import type { ObjectReference } from "./object.schema";

/** One act that somebody asked for, and what came of it. */
export interface AuditEntry {
  /** The user's name; null where nobody is signed in. */
  who: string | null;
  /** Where they asked from; null of what Passdeck did by itself, such as the end of a job. */
  address: string | null;
  /** When it began, Unix milliseconds. */
  at: number;
  tookMs: number;
  /** "vm.rename" */
  act: string;
  /** For people: "Rename a VM". */
  title: string;
  /** What it is done to, by its names before: "web-1". Empty where it concerns the installation. */
  subject: string;
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
  /** What people call objects now, for an entry's `subject`; a sink that keeps no names has none. */
  subjectOf?(objects: readonly ObjectReference[]): string;
}

/** Writes a line into the log for each act; those that change nothing at level "debug". */
export function auditLog(log: Logger): AuditSink {
  return {
    record: (entry) =>
      log[entry.changes ? "info" : "debug"]({ audit: entry }, `${entry.act}: ${entry.outcome}`),
  };
}

/** Tells each of several. */
export function auditTo(...sinks: readonly AuditSink[]): AuditSink {
  return {
    record(entry) {
      for (const sink of sinks) sink.record(entry);
    },
    subjectOf: (objects) => sinks.map((sink) => sink.subjectOf?.(objects) ?? "").find(Boolean) ?? "",
  };
}
