import type { BookingRules } from "@/server/work/booking/booking.schema";

/** What becomes of a VM that still uses the card at a booking's end, as a sentence; "" of one that is left alone. */
export function endWords({ atEnd, moveTo }: BookingRules): string {
  switch (atEnd) {
    case "warn":
      return "";
    case "shut-down":
      return "A VM that still uses the card is asked to shut down.";
    case "move":
      return `A VM that still uses the card is asked to shut down, and started again with a card of ${moveTo === null ? "another named device" : `“${moveTo}”`}.`;
  }
}
