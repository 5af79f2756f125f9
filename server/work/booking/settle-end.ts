import type { AuditSink } from "../../access/audit";
import { onVm } from "../../access/objects-of";
import type { People } from "../../access/people";
import { act } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { VmRecord } from "../../fleet/read-vm";
import type { Notifications } from "../../notify/notifications";
import { tellEnded, tellEndsSoon, tellNotHeeded } from "./booking-news";
import type { Booking, Bookings } from "./bookings";
import { isConnected } from "./is-connected";
import { cardsGiven, type OpenRooms, openBookings } from "./open-bookings";

export interface EndRooms extends OpenRooms {
  bookings: Bookings;
  fleet: Pick<Fleet, "vmsOf" | "findVm" | "host" | "hostSummaries">;
  people: Pick<People, "nameOf">;
  notifications: Pick<Notifications, "tell">;
  audit: AuditSink;
}

/** Its holder is told that a booking ends, this long before; milliseconds. */
export const warnedBeforeMs = 15 * 60_000;
/** A guest that was asked to shut down may take this long; milliseconds. */
export const heededWithinMs = 5 * 60_000;

/**
 * Does what a booking's end asks for by now. Each step is written down when it is done, and does no harm if it is done once
 * more: so a crash in between, or an end while Passdeck was not running, is made up for at the next look.
 */
export async function settleEnd(rooms: EndRooms, booking: Booking): Promise<void> {
  const { bookings } = rooms;
  const now = bookings.now();
  const { stage, to } = booking;
  if (now < to) {
    if (stage !== "booked" || now < Math.max(booking.from, to - warnedBeforeMs)) return;
    tellEndsSoon(rooms, booking, now);
    return bookings.change(booking, { stage: "warned" });
  }
  if (stage === "booked" || stage === "warned") {
    tellEnded(rooms, booking, to, outlook(rooms, booking));
    bookings.change(booking, { stage: "ended", turn: null });
  }
  await (stage === "asked" ? lookAgain(rooms, booking) : heedEnd(rooms, booking));
}

/** What becomes of a VM, in words. */
function outlook(rooms: EndRooms, booking: Booking): string {
  if (booking.usedBy === null) return "";
  return isShutDown(rooms, booking)
    ? "A VM that still uses the card is asked to shut down."
    : "Shut down the VM that still uses the card, so that others can have it.";
}

function isShutDown({ bookings }: EndRooms, { hostId, name }: Booking): boolean {
  return bookings.rulesOn(hostId).get(name)?.atEnd === "shut-down";
}

/** Asks the VM that still has the card to shut down, where the rules say so. */
async function heedEnd(rooms: EndRooms, booking: Booking): Promise<void> {
  const { bookings, fleet } = rooms;
  const { hostId } = booking;
  if (booking.usedBy === null || !isShutDown(rooms, booking)) return over(rooms, booking);
  // Nobody knows yet whether it runs.
  if (!isConnected(fleet, hostId)) return;
  const vm = stillUsing(rooms, booking);
  if (vm === null || isGoneOnWith(rooms, booking, vm)) return over(rooms, booking);
  try {
    await fleet
      .host(hostId)
      .runLong(`VM ${vm.summary.name}`, (connection) => act(connection, vm.handle, "shut-down"));
    record(rooms, booking, vm, null);
    bookings.change(booking, { stage: "asked", askedAt: bookings.now() });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // It is asked once the host can be reached again.
    if (!isConnected(fleet, hostId)) return;
    record(rooms, booking, vm, error.userMessage);
    tellNotHeeded(rooms, booking, bookings.now(), vm.summary.name);
    over(rooms, booking);
  }
}

/** Whether a guest has heeded that it was asked. */
function lookAgain(rooms: EndRooms, booking: Booking): void {
  const { bookings, fleet } = rooms;
  if (!isConnected(fleet, booking.hostId)) return;
  const vm = stillUsing(rooms, booking);
  const now = bookings.now();
  if (vm !== null && !isGoneOnWith(rooms, booking, vm)) {
    if (now < (booking.askedAt ?? 0) + heededWithinMs) return;
    tellNotHeeded(rooms, booking, now, vm.summary.name);
  }
  over(rooms, booking);
}

function stillUsing({ fleet }: EndRooms, { hostId, usedBy, name }: Booking): VmRecord | null {
  const vm = usedBy === null ? null : fleet.findVm(hostId, usedBy);
  return vm !== null && cardsGiven(vm, name) > 0 ? vm : null;
}

/** Whether the VM uses the card by another booking by now: one that was begun with, or the holder's next. */
function isGoneOnWith(rooms: EndRooms, booking: Booking, { summary }: VmRecord): boolean {
  const { bookings } = rooms;
  const vmId = summary.id;
  const active = bookings.activeOn(booking.hostId).filter(({ name }) => name === booking.name);
  if (active.some(({ usedBy }) => usedBy === vmId)) return true;
  const open = new Set(openBookings(rooms, booking.hostId).map(({ id }) => id));
  const next = active.find((one) => one.vmId === vmId || (one.userId === booking.userId && open.has(one.id)));
  if (next === undefined) return false;
  bookings.use(booking.hostId, next.id, vmId);
  return true;
}

function over({ bookings }: EndRooms, booking: Booking): void {
  bookings.change(booking, { stage: "over" });
}

function record({ audit, people }: EndRooms, booking: Booking, vm: VmRecord, problem: string | null): void {
  const object = onVm({ hostId: booking.hostId, vmId: vm.summary.id });
  audit.record({
    who: null,
    address: null,
    at: Date.now(),
    tookMs: 0,
    act: "booking.end",
    title: `Asked the VM to shut down: ${people.nameOf(booking.userId)}’s booking of ${booking.name} has ended`,
    subject: audit.subjectOf?.([object]) ?? vm.summary.name,
    changes: true,
    objects: [object],
    outcome: problem === null ? "done" : "failed",
    problem,
  });
}
