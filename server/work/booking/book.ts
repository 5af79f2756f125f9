import * as z from "zod";
import { authorise } from "../../access/can";
import { onNamed } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct, nothing } from "../act";
import { countWords } from "./booked-words";
import { hoursSchema, momentSchema } from "./booking.schema";
import { bookedDevice, deviceOf, onBooked, ownId, refuseTooLong, refuseUnasked } from "./booking-input";
import type { DeviceReference } from "./booking-queue";
import type { Booking, Bookings } from "./bookings";
import { placesOf } from "./places";
import { hasRoom, hourMs, type Span, turnsOf } from "./spans";

/** A page that was opened a little ago asks for what is past by then; milliseconds. */
const graceMs = 10 * 60_000;
const dayMs = 24 * hourMs;
/** Of one device nobody has more that are not over. */
const mostEach = 20;

/** Books one of a named device for oneself, or with the right to others' bookings for somebody. */
export const book = defineAct({
  name: "booking.book",
  title: "Book a named device",
  input: bookedDevice.extend({
    from: momentSchema,
    hours: hoursSchema,
    /** The VM that it is meant for: a start of it is by this booking, whoever starts it. */
    vmId: z.guid().nullable(),
    /** Whom it is for; null for oneself. */
    userId: z.string().max(64).nullable(),
  }),
  output: z.object({ bookingId: z.guid() }),
  objects: onBooked,
  inHand: nothing,
  async run(context, { hostId, name, from, hours, vmId, userId: other }) {
    const { services, readReport, tell } = context;
    const { bookings, people } = services;
    const userId = other ?? ownId(context);
    if (userId !== context.user?.id) {
      authorise(context, "booking.ofOthers", onNamed({ hostId, name }));
      refuseDisabled(people.all().find(({ id }) => id === userId));
    }
    refuseUnasked(context, { hostId, name, vmId });
    const device = deviceOf(context, { hostId, name });
    const report = await readReport(hostId);
    // From here on nothing waits: who books beside them finds this booking.
    const rules = bookings.rulesOf({ hostId, name });
    refuseTooLong(name, hours, rules);
    const now = bookings.now();
    refuseFar(from, now, rules.daysAhead);
    const begins = Math.max(from, now);
    const span = { from: begins, to: begins + hours * hourMs };
    refuseMany(bookings, { hostId, name }, userId);
    refuseFull(bookings, { hostId, name, userId, ...span }, placesOf(device, report));
    tell({
      title: `Booked ${name} for ${people.nameOf(userId)}, ${countWords(hours, "hour")}`,
    });
    const booking = bookings.add({ hostId, name, userId, vmId: vmId?.toLowerCase() ?? null, ...span });
    return { bookingId: booking.id };
  },
});

function refuseDisabled(person: { name: string; state: string } | undefined): void {
  if (person === undefined)
    throw new AppError("not-found", { userMessage: "This user is no more. Somebody has deleted them." });
  if (person.state === "disabled")
    throw new AppError("conflict", { userMessage: `${person.name} is disabled. Enable them first.` });
}

function refuseFar(from: number, now: number, daysAhead: number): void {
  if (from < now - graceMs)
    throw new AppError("bad-input", { userMessage: "A booking can't begin in the past." });
  if (from > now + daysAhead * dayMs)
    throw new AppError("bad-input", {
      userMessage: `A booking of it begins at most ${countWords(daysAhead, "day")} from now.`,
    });
}

function refuseMany(bookings: Bookings, device: DeviceReference, userId: string): void {
  const own = bookings.of(device).filter((one) => one.userId === userId && one.to > bookings.now());
  if (own.length < mostEach) return;
  throw new AppError("conflict", {
    userMessage: `There are ${mostEach} bookings of “${device.name}” for this user, which is the most. Cancel one first.`,
  });
}

/**
 * Refuses what has no room beside the bookings that there are, and beside those that people who wait will have.
 * @throws AppError "conflict"
 */
function refuseFull(
  bookings: Bookings,
  wish: DeviceReference & Span & Pick<Booking, "userId">,
  places: number,
): void {
  const spans: Span[] = bookings.of(wish);
  if (!hasRoom(wish, spans, places))
    throw new AppError("conflict", {
      userMessage: `“${wish.name}” has no card left that is free for all of that time. Choose another time, or wait for it.`,
    });
  const queue = bookings.queue.of(wish).filter((one) => one.userId !== wish.userId);
  const turns = turnsOf(queue, spans, places, bookings.now());
  if (hasRoom(wish, [...spans, ...turns.flatMap((turn) => turn ?? [])], places)) return;
  throw new AppError("conflict", {
    userMessage: `Others wait for “${wish.name}”, and will have it then. Choose a later time, or wait too.`,
  });
}
