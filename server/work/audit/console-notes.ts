import type { Logger } from "pino";
import type { AuditSink } from "../../access/audit";
import type { ConsoleNotes } from "../../console/console-notes";

/** Writes into the log and the audit who opened and closed which console. */
export function consoleNotes(log: Logger, audit: AuditSink): ConsoleNotes {
  return {
    error: (fields, message) => log.error(fields, message),
    info(fields, message) {
      log.info(fields, message);
      const { user, guestOf, hostId, vmId, kind, readOnly, address } = fields;
      const which = `${kind === "serial" ? "Serial" : "Graphical"} console`;
      const byLink = guestOf === undefined ? "" : ` by a link of ${guestOf}`;
      const vm = { kind: "vm", hostId, vmId } as const;
      audit.record({
        who: user,
        address,
        at: Date.now(),
        tookMs: 0,
        act: message === "console opened" ? "console.opened" : "console.closed",
        title: `${which} ${message === "console opened" ? "opened" : "closed"}${byLink}${readOnly ? ", to watch only" : ""}`,
        changes: true,
        subject: audit.subjectOf?.([vm]) ?? "",
        objects: [vm],
        outcome: "done",
        problem: null,
      });
    },
  };
}
