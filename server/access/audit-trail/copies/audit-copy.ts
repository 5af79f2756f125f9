import type { AuditRow } from "../chain";

/** Somewhere that each entry of the audit is sent to besides the database. */
export interface AuditCopy {
  /** For people: "the file /var/log/passdeck-audit.jsonl". */
  readonly name: string;
  /** Why the latest could not be sent, a sentence; null where all is well. */
  readonly problem: string | null;
  /** Never throws, and nobody waits for it. */
  send(row: AuditRow): void;
  /** Resolves when what was sent has arrived, or can't. */
  close(): Promise<void>;
}
