import { hostname } from "node:os";
import type { AuditRow } from "../chain";

/** Facility 13, log audit; severity 6 (informational), or 4 (warning) of what was not done (RFC 5424, 6.2.1). */
const facility = 13;
const severityOf = (outcome: AuditRow["outcome"]) => (outcome === "done" || outcome === "undone" ? 6 : 4);

/** An entry as a message of RFC 5424; what it says is JSON, in which no line feed or control character stands. */
export function syslogMessage(row: AuditRow, host = hostname()): string {
  const priority = facility * 8 + severityOf(row.outcome);
  const header = [
    `<${priority}>1`,
    new Date(row.at).toISOString(),
    word(host),
    "passdeck",
    String(process.pid),
    "audit",
    "-",
  ];
  // U+FEFF says that UTF-8 follows (6.4).
  return `${header.join(" ")} \uFEFF${JSON.stringify(row)}`;
}

/** Printable ASCII without blanks; "-" where nothing is left. */
function word(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, "").slice(0, 255) || "-";
}
