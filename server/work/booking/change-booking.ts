import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct, nothing } from "../act";
import { hostReference } from "../references.schema";
import { countWords } from "./booked-words";
import { hoursSchema } from "./booking.schema";
import { changeable, deviceOf, refuseOver, refuseTooLong } from "./booking-input";
import { tellCancelled, tellHandedOver } from "./booking-news";
import { noSuchBooking } from "./bookings";
import { placesOf } from "./places";
import { hasRoom, hourMs } from "./spans";

const bookingReference = hostReference.extend({ bookingId: z.guid() });

/** Lets a booking last longer, where no other booking is in the way. */
export const extendBooking = defineAct({
  name: "booking.extend",
  title: "Extend a booking",
  input: bookingReference.extend({ hours: hoursSchema }),
  output: z.void(),
  objects: onHost,
  inHand: nothing,
  async run(context, { hostId, bookingId, hours }) {
    const { services, readReport, tell } = context;
    const { bookings } = services;
    changeable(context, bookings.get(hostId, bookingId), noSuchBooking);
    const report = await readReport(hostId);
    // From here on nothing waits: it is as it is read here until it is written.
    const booking = bookings.get(hostId, bookingId);
    const { name, from, to } = booking;
    tell({ title: `Extended a booking of ${name} by ${countWords(hours, "hour")}` });
    refuseOver(booking, bookings.now());
    const longer = to + hours * hourMs;
    refuseTooLong(name, Math.ceil((longer - from) / hourMs), bookings.rulesOf(booking));
    const others = bookings.of(booking).filter(({ id }) => id !== bookingId);
    const places = placesOf(deviceOf(context, booking), report);
    if (!hasRoom({ from: to, to: longer }, others, places))
      throw new AppError("conflict", {
        userMessage: `It can't be extended so far: somebody else has booked “${name}” by then.`,
      });
    // What was told of its end is no more true.
    bookings.change(booking, { to: longer, stage: "booked" });
  },
});

/** Gives a booking to another user, without the VM that it was meant for. */
export const handOverBooking = defineAct({
  name: "booking.handOver",
  title: "Hand over a booking",
  input: bookingReference.extend({ userName: z.string().trim().min(1, "Name a user.").max(64) }),
  output: z.void(),
  objects: onHost,
  inHand: nothing,
  run(context, { hostId, bookingId, userName }) {
    const { services } = context;
    const { bookings, people } = services;
    const booking = changeable(context, bookings.get(hostId, bookingId), noSuchBooking);
    refuseOver(booking, bookings.now());
    const person = people.all().find(({ name }) => name.toLowerCase() === userName.toLowerCase());
    if (person === undefined || person.state === "disabled")
      throw new AppError("not-found", { userMessage: `There is no user ${userName} who could have it.` });
    context.tell({ title: `Handed a booking of ${booking.name} over to ${person.name}` });
    if (person.id === booking.userId) return;
    const given = { userId: person.id, vmId: null, turn: null };
    bookings.change(booking, given);
    tellHandedOver(services, { ...booking, ...given }, bookings.now(), context.by);
  },
});

/** Takes a booking back; one that has begun ends now, with all that its end brings. */
export const cancelBooking = defineAct({
  name: "booking.cancel",
  title: "Cancel a booking",
  input: bookingReference,
  output: z.void(),
  objects: onHost,
  inHand: nothing,
  run(context, { hostId, bookingId }) {
    const { services } = context;
    const { bookings, people } = services;
    const booking = changeable(context, bookings.get(hostId, bookingId), noSuchBooking);
    const now = bookings.now();
    refuseOver(booking, now);
    context.tell({ title: `Cancelled ${people.nameOf(booking.userId)}’s booking of ${booking.name}` });
    // That it ends is said here; what is left is the VM that still uses it.
    if (booking.from < now) bookings.change(booking, { to: now, stage: "ended", turn: null });
    else bookings.remove(booking);
    if (booking.userId !== context.user?.id) tellCancelled(services, booking, now, context.by);
  },
});
