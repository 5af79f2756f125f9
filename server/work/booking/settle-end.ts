import type { AuditSink } from "../../access/audit";
import type { People } from "../../access/people";
import { act } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { VmRecord } from "../../fleet/read-vm";
import type { Notifications } from "../../notify/notifications";
import type { BookingRules } from "./booking.schema";
import { tellEnded, tellEndsSoon, tellNotHeeded } from "./booking-news";
import type { Booking, Bookings } from "./bookings";
import { isConnected } from "./is-connected";
import { beginMove, lookAtStart, type MoveRooms, moveOn } from "./move-at-end";
import { cardsGiven, openBookings } from "./open-bookings";
import { recordEnd } from "./record-end";

export interface EndRooms extends MoveRooms {
  bookings: Bookings;
  fleet: MoveRooms["fleet"] & Pick<Fleet, "host">;
  people: Pick<People, "nameOf">;
  notifications: Pick<Notifications, "tell">;
  audit: AuditSink;
}

/** Its holder is told that a booking ends, this long before; milliseconds. */
export const warnedBeforeMs = 15 * 60_000;
const asked = "Asked the VM to shut down";

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
  // Nobody knows yet what runs.
  if (booking.usedBy !== null && !isConnected(rooms.fleet, booking.hostId)) return;
  await stepOf(stage)(rooms, booking);
}

function stepOf(stage: Booking["stage"]) {
  switch (stage) {
    case "asked":
      return lookAgain;
    case "moving":
      return moveOn;
    case "started":
      return lookAtStart;
    default:
      return heedEnd;
  }
}

/** What becomes of a VM, in words. */
function outlook(rooms: EndRooms, booking: Booking): string {
  if (booking.usedBy === null) return "";
  const { atEnd, moveTo } = rulesOf(rooms, booking);
  switch (atEnd) {
    case "warn":
      return "Shut down the VM that still uses the card, so that others can have it.";
    case "shut-down":
      return "A VM that still uses the card is asked to shut down.";
    case "move":
      return `A VM that still uses the card is asked to shut down, and started again with a card of ${moveTo}.`;
  }
}

function rulesOf({ bookings }: EndRooms, { hostId, name }: Booking): Pick<BookingRules, "atEnd" | "moveTo"> {
  return bookings.rulesOn(hostId).get(name) ?? { atEnd: "warn", moveTo: null };
}

/** Asks the VM that still has the card to shut down, where the rules say so. */
async function heedEnd(rooms: EndRooms, booking: Booking): Promise<void> {
  const { bookings, fleet } = rooms;
  const { hostId } = booking;
  const { atEnd, moveTo } = rulesOf(rooms, booking);
  if (booking.usedBy === null || atEnd === "warn") return over(rooms, booking);
  const vm = stillUsing(rooms, booking);
  // It was asked, and is off, before that could be written down.
  if (vm === null && booking.moveTo !== null) return beginMove(rooms, booking);
  if (vm === null || isGoneOnWith(rooms, booking, vm)) return over(rooms, booking);
  // Written down before it is asked: one that is off after a crash is known to be one that is moved.
  if (moveTo !== null && booking.moveTo === null) bookings.change(booking, { moveTo });
  try {
    await fleet
      .host(hostId)
      .runLong(`VM ${vm.summary.name}`, (connection) => act(connection, vm.handle, "shut-down"));
    recordEnd(rooms, booking, vm, { did: asked, problem: null });
    bookings.change(booking, { stage: "asked", askedAt: bookings.now() });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // It is asked once the host can be reached again.
    if (!isConnected(fleet, hostId)) return;
    recordEnd(rooms, booking, vm, { did: asked, problem: error.userMessage });
    tellNotHeeded(rooms, booking, bookings.now(), vm.summary.name);
    over(rooms, booking);
  }
}

/** Whether a guest has heeded that it was asked. */
async function lookAgain(rooms: EndRooms, booking: Booking): Promise<void> {
  const { bookings } = rooms;
  const vm = stillUsing(rooms, booking);
  const now = bookings.now();
  if (vm === null && booking.moveTo !== null) return beginMove(rooms, booking);
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
