import { onHost } from "../../access/objects-of";
import { book } from "../../work/booking/book";
import { bookableViewSchema, bookingViewSchema } from "../../work/booking/booking.schema";
import { cancelBooking, extendBooking, handOverBooking } from "../../work/booking/change-booking";
import { leaveQueue, waitForDevice } from "../../work/booking/queue-acts";
import { setBookingRules } from "../../work/booking/set-rules";
import { bookablesFor, bookingsFor } from "../../work/booking/watch-bookings";
import { shownHostReports } from "../../work/host-report/current-host-report";
import { hostReference } from "../../work/references.schema";
import { pageInput, pageOf, pageSchema } from "../page-of";
import { doing, type Route, reading } from "../route";

const tag = "Hosts" as const;
const path = "/hosts/{hostId}/bookings";
const devices = "/hosts/{hostId}/named-devices";
const queue = "/hosts/{hostId}/booking-queue";

export const bookingRoutes: readonly Route[] = [
  reading({
    path: devices,
    id: "listNamedDevices",
    tag,
    title: "List a host's named devices",
    notes:
      "Each with the rules by which it can be booked (null: it can't), how many of its cards VMs can be given now (`places`), its bookings and its queue.",
    right: "booking.watch",
    input: hostReference.extend(pageInput),
    output: pageSchema(bookableViewSchema),
    objects: onHost,
    async read(request, { hostId, ...page }) {
      const { services } = request;
      const report = await shownHostReports(services.fleet, request)(hostId);
      const viewer = { rooms: services, who: request, hostId };
      return pageOf(bookablesFor(viewer, services.named.of(hostId), report), page, ({ name }) => name);
    },
  }),
  doing(setBookingRules, {
    method: "PUT",
    path: `${devices}/{name}/booking-rules`,
    id: "setBookingRules",
    tag,
    notes:
      "`rules` null: it can be booked no more, and its bookings and its queue go. `atEnd` “move” shuts a VM down and starts it with a card of the named device `moveTo`.",
    example: { rules: { longestHours: 24, daysAhead: 14, atEnd: "move", moveTo: "any RTX 3090" } },
  }),
  reading({
    path,
    id: "listBookings",
    tag,
    title: "List the bookings of a host's named devices",
    notes:
      "Times are Unix milliseconds; `to` is the first that is not the holder's any more. `holder` is null for who may not know of others' bookings. What has ended is listed for 90 days.",
    right: "booking.watch",
    input: hostReference.extend(pageInput),
    output: pageSchema(bookingViewSchema),
    objects: onHost,
    read(request, { hostId, ...page }) {
      const { services } = request;
      const viewer = { rooms: services, who: request, hostId };
      return pageOf(bookingsFor(viewer), page, ({ bookingId }) => bookingId);
    },
  }),
  doing(book, {
    method: "POST",
    path,
    id: "bookDevice",
    tag,
    notes:
      "`from` is Unix milliseconds. `userId` null is oneself; for others it takes the right `booking.ofOthers`. A start of the VM `vmId` is by this booking, whoever starts it.",
    example: { name: "any RTX 4090", from: 1_796_169_600_000, hours: 4, vmId: null, userId: null },
  }),
  doing(extendBooking, {
    method: "POST",
    path: `${path}/{bookingId}/extend`,
    id: "extendBooking",
    tag,
    notes: "By `hours`, where no other booking is in the way.",
    example: { hours: 2 },
  }),
  doing(handOverBooking, {
    method: "POST",
    path: `${path}/{bookingId}/hand-over`,
    id: "handOverBooking",
    tag,
    notes: "The VM that it was meant for is not handed over with it.",
    example: { userName: "vera" },
  }),
  doing(cancelBooking, {
    method: "DELETE",
    path: `${path}/{bookingId}`,
    id: "cancelBooking",
    tag,
    notes:
      "One that has begun ends now: a VM that still uses the card is asked to shut down, and moved, where the rules say so.",
  }),
  doing(waitForDevice, {
    method: "POST",
    path: queue,
    id: "waitForDevice",
    tag,
    notes:
      "Who came first has a booking of `hours` from when a card is free. The VM `vmId` is started then; null for none.",
    example: { name: "any RTX 4090", hours: 4, vmId: null },
  }),
  doing(leaveQueue, { method: "DELETE", path: `${queue}/{waitingId}`, id: "leaveBookingQueue", tag }),
];
