import { onHost } from "../../access/objects-of";
import { book } from "../../work/booking/book";
import { bookingViewSchema } from "../../work/booking/booking.schema";
import { cancelBooking } from "../../work/booking/change-booking";
import { bookingsFor } from "../../work/booking/watch-bookings";
import { hostReference } from "../../work/references.schema";
import { pageInput, pageOf, pageSchema } from "../page-of";
import { doing, type Route, reading } from "../route";

const tag = "Hosts" as const;
const path = "/hosts/{hostId}/bookings";

export const bookingRoutes: readonly Route[] = [
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
  doing(cancelBooking, {
    method: "DELETE",
    path: `${path}/{bookingId}`,
    id: "cancelBooking",
    tag,
    notes:
      "One that has begun ends now: a VM that still uses the card is asked to shut down where the rules say so.",
  }),
];
