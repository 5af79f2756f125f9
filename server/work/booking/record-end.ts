import type { AuditSink } from "../../access/audit";
import { onVm } from "../../access/objects-of";
import type { People } from "../../access/people";
import type { VmRecord } from "../../fleet/read-vm";
import type { Booking } from "./bookings";

interface RecordRooms {
  audit: AuditSink;
  people: Pick<People, "nameOf">;
}

/** Writes down for the audit what a booking's end did to its VM. @param problem Why it failed; null where it did not. */
export function recordEnd(
  { audit, people }: RecordRooms,
  { hostId, name, userId }: Booking,
  { summary }: VmRecord,
  { did, problem }: { did: string; problem: string | null },
): void {
  const object = onVm({ hostId, vmId: summary.id });
  audit.record({
    who: null,
    address: null,
    at: Date.now(),
    tookMs: 0,
    act: "booking.end",
    title: `${did}: ${people.nameOf(userId)}’s booking of ${name} has ended`,
    subject: audit.subjectOf?.([object]) ?? summary.name,
    changes: true,
    objects: [object],
    outcome: problem === null ? "done" : "failed",
    problem,
  });
}
