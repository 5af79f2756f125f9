import type { AuditSink } from "../../access/audit";
import { can, type Who } from "../../access/can";
import { onHost, onNamed, onVm } from "../../access/objects-of";
import type { People } from "../../access/people";
import type { Fleet } from "../../fleet/fleet";
import type { Notifications } from "../../notify/notifications";
import type { ReadReport } from "../host-report/current-host-report";
import { isCardFree, type NamedRooms } from "../named/card-choice";
import type { NamedDevices } from "../named/named-devices";
import { countWords } from "./booked-words";
import { tellSkipped } from "./booking-news";
import type { DeviceReference, Waiting } from "./booking-queue";
import type { Bookings } from "./bookings";
import { isConnected } from "./is-connected";
import { placesOf } from "./places";
import { readable } from "./readable";
import { hasRoom, hourMs } from "./spans";

export interface QueueRooms extends NamedRooms {
  bookings: Bookings;
  named: Pick<NamedDevices, "of" | "find" | "watch">;
  fleet: Pick<Fleet, "vmsOf" | "hostSummaries">;
  people: Pick<People, "nameOf">;
  notifications: Pick<Notifications, "tell">;
  audit: AuditSink;
  /** Who a user is by now; null of one who may not sign in. */
  whoIs(userId: string): Who | null;
  readReport: ReadReport;
}

/** Gives who waits for a device what is free of it by now, who came first before the others. */
export async function serveQueue(rooms: QueueRooms, device: DeviceReference): Promise<void> {
  const { bookings, named, fleet } = rooms;
  const { hostId, name } = device;
  if (!isConnected(fleet, hostId)) return;
  const report = await readable(rooms.readReport(hostId));
  const known = named.find(hostId, name);
  if (report === null || known === null) return;
  for (const waiting of bookings.queue.of(device)) {
    const why = whyNotAnyMore(rooms, waiting);
    if (why !== null) {
      // Told before it is written down: after a crash in between it is told once all the same.
      tellSkipped(rooms, `${waiting.id}`, waiting, bookings.now(), why);
      bookings.queue.remove(hostId, waiting.id);
      continue;
    }
    const from = bookings.now();
    const span = { from, to: from + waiting.hours * hourMs };
    if (!hasRoom(span, bookings.of(device), placesOf(known, report))) return;
    if (!isCardFree(rooms, device, report)) return;
    bookings.giveTurn(waiting);
    record(rooms, waiting);
  }
}

/** Why somebody who waits may not have it any more; null where they may. */
function whyNotAnyMore({ whoIs }: QueueRooms, { hostId, name, userId, vmId }: Waiting): string | null {
  const who = whoIs(userId);
  if (who === null) return "They can't sign in any more.";
  if (vmId === null)
    return can(who, "booking.wait", onNamed({ hostId, name })) ? null : "They may not book it any more.";
  return can(who, "vm.act", onVm({ hostId, vmId })) ? null : "They may not start its VM any more.";
}

function record({ audit, people }: QueueRooms, { hostId, name, userId, hours }: Waiting): void {
  const host = onHost({ hostId });
  audit.record({
    who: people.nameOf(userId),
    address: null,
    at: Date.now(),
    tookMs: 0,
    act: "booking.turn",
    title: `Had their turn in the queue for ${name}, ${countWords(hours, "hour")}`,
    subject: audit.subjectOf?.([host]) ?? hostId,
    changes: true,
    objects: [host],
    outcome: "done",
    problem: null,
  });
}
