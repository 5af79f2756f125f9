import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { defineAct, nothing } from "../act";
import { hostReference } from "../references.schema";
import { countWords } from "./booked-words";
import { hoursSchema } from "./booking.schema";
import {
  bookedDevice,
  changeable,
  deviceOf,
  onBooked,
  ownId,
  refuseTooLong,
  refuseUnasked,
} from "./booking-input";
import { nobodyWaits } from "./booking-queue";

/** Waits for one of a named device: who came first has a booking as soon as a card is free. */
export const waitForDevice = defineAct({
  name: "booking.wait",
  title: "Wait for a named device",
  input: bookedDevice.extend({
    hours: hoursSchema,
    /** The VM that is started when it is their turn; null for none. */
    vmId: z.guid().nullable(),
  }),
  output: z.void(),
  objects: onBooked,
  inHand: nothing,
  run(context, { hostId, name, hours, vmId }) {
    const { bookings } = context.services;
    const userId = ownId(context);
    refuseUnasked(context, { hostId, name, vmId });
    deviceOf(context, { hostId, name });
    refuseTooLong(name, hours, bookings.rulesOf({ hostId, name }));
    context.tell({ title: `Waits for ${name}, ${countWords(hours, "hour")}` });
    const since = bookings.now();
    bookings.queue.add({ hostId, name, userId, hours, vmId: vmId?.toLowerCase() ?? null, since });
  },
});

/** Waits no longer, or with the right to others' bookings has somebody wait no longer. */
export const leaveQueue = defineAct({
  name: "booking.leave",
  title: "Leave the queue for a named device",
  input: hostReference.extend({ waitingId: z.int() }),
  output: z.void(),
  objects: onHost,
  inHand: nothing,
  run(context, { hostId, waitingId }) {
    const { bookings, people } = context.services;
    const waiting = changeable(context, bookings.queue.get(hostId, waitingId), nobodyWaits);
    context.tell({ title: `Took ${people.nameOf(waiting.userId)} out of the queue for ${waiting.name}` });
    bookings.queue.remove(hostId, waitingId);
  },
});
