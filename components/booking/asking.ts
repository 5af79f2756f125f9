import type { BookableView, BookingView } from "@/server/work/booking/booking.schema";

type WaitingView = BookableView["queue"][number];

/** What of bookings is asked over the page. */
export type Asking =
  | { kind: "book" }
  | { kind: "wait" }
  | { kind: "extend" | "hand-over" | "cancel"; booking: BookingView }
  | { kind: "leave"; waiting: WaitingView };
