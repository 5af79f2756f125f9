import * as z from "zod";
import { onHost } from "../access/objects-of";
import { book } from "../work/booking/book";
import { type BookableView, bookableViewSchema } from "../work/booking/booking.schema";
import { cancelBooking, extendBooking, handOverBooking } from "../work/booking/change-booking";
import { leaveQueue, waitForDevice } from "../work/booking/queue-acts";
import { setBookingRules } from "../work/booking/set-rules";
import { watchBookings } from "../work/booking/watch-bookings";
import { hostReference } from "../work/references.schema";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const bookingRouter = router({
  /** Each named device of a host with its bookings and its queue, as far as who asks may know of them. */
  watch: procedure(hostReference, onHost)
    .output(stream(z.array(bookableViewSchema)))
    .subscription(({ ctx, input, signal }) =>
      push<BookableView[]>(signal, (sink) => watchBookings(ctx.services, input.hostId, ctx, sink)),
    ),
  book: mutation(book),
  extend: mutation(extendBooking),
  handOver: mutation(handOverBooking),
  cancel: mutation(cancelBooking),
  wait: mutation(waitForDevice),
  leave: mutation(leaveQueue),
  setRules: mutation(setBookingRules),
});
