import { formatSpan } from "@/components/formats/dates";
import { Button } from "@/components/ui/button";
import type { BookingView } from "@/server/work/booking/booking.schema";
import type { Asking } from "./asking";
import { holderWords } from "./holder-words";

interface BookingListProps {
  name: string;
  now: number;
  bookings: readonly BookingView[];
  onAsk(asking: Asking): void;
}

/** The bookings that are not over, in words, each with what its holder can do. */
export function BookingList({ name, now, bookings, onAsk }: BookingListProps) {
  const coming = bookings.filter(({ to, isOver }) => !isOver && to > now);
  if (coming.length === 0) return <p className="text-muted text-sm">Nobody has booked it.</p>;
  return (
    <ul aria-label={`Bookings of ${name} to come`} className="divide-y divide-border">
      {coming.map((booking) => (
        <li key={booking.bookingId} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2">
          <div className="wrap-anywhere min-w-0 flex-1 basis-52">
            <p className="font-medium">{formatSpan(booking)}</p>
            <p className="text-muted text-sm">
              {holderWords(booking)}
              {booking.vm === null ? null : `, for ${booking.vm.name}`}
              {booking.from <= now ? ", now" : null}
            </p>
          </div>
          {booking.mayChange ? <Acts booking={booking} onAsk={onAsk} /> : null}
        </li>
      ))}
    </ul>
  );
}

const acts = [
  { kind: "extend", word: "Extend…" },
  { kind: "hand-over", word: "Hand over…" },
  { kind: "cancel", word: "Cancel…" },
] as const;

function Acts({ booking, onAsk }: { booking: BookingView; onAsk(asking: Asking): void }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {acts.map(({ kind, word }) => (
        <Button
          key={kind}
          size="sm"
          aria-label={`${word.replace("…", "")} ${formatSpan(booking)}…`}
          onClick={() => onAsk({ kind, booking })}
        >
          {word}
        </Button>
      ))}
    </div>
  );
}
