import { isSameDay, type Week } from "@/components/formats/calendar";
import { formatSpan, formatWeekday } from "@/components/formats/dates";
import { dayAt } from "@/components/formats/days";
import { classNames } from "@/components/ui/class-names";
import type { BookingView } from "@/server/work/booking/booking.schema";
import { holderWords } from "./holder-words";
import { type Bar, barsIn, placeIn } from "./week";

interface WeekCalendarProps {
  name: string;
  week: Week;
  now: number;
  bookings: readonly BookingView[];
}

/** A week as a picture: days across, a bar for each booking. The list below it says the same in words. */
export function WeekCalendar({ name, week, now, bookings }: WeekCalendarProps) {
  const bars = barsIn(week, bookings);
  const rows = Math.max(1, ...bars.map(({ row }) => row + 1));
  return (
    <div
      role="img"
      aria-label={`Bookings of ${name} in the week from ${formatWeekday(week[0])}; those to come are listed below`}
      className="overflow-hidden rounded-md border border-border"
    >
      <div className="grid grid-cols-7 divide-x divide-border border-border border-b bg-inset text-center text-muted text-xs">
        {week.slice(0, 7).map((day) => (
          <DayHeading key={day} day={day} isToday={isSameDay(day, now)} />
        ))}
      </div>
      <div className="relative" style={{ height: `${rows * 1.75 + 0.25}rem` }}>
        <div className="absolute inset-0 grid grid-cols-7 divide-x divide-border">
          {week.slice(0, 7).map((day) => (
            <div key={day} />
          ))}
        </div>
        {bars.map((bar) => (
          <BookingBar key={bar.shown.bookingId} bar={bar} isOver={bar.shown.isOver || bar.shown.to <= now} />
        ))}
        {now < week[0] || now >= week[7] ? null : (
          <div
            className="absolute inset-y-0 w-px bg-danger"
            style={{ left: `${placeIn(week, now) * 100}%` }}
          />
        )}
      </div>
    </div>
  );
}

function DayHeading({ day: begins, isToday }: { day: number; isToday: boolean }) {
  const { weekday, day } = dayAt(begins);
  return (
    <div className={classNames("py-1", isToday && "font-semibold text-foreground")}>
      <div>{weekday}</div>
      <div className="tabular-nums">{day}</div>
    </div>
  );
}

function BookingBar({
  bar: { shown, left, width, row },
  isOver,
}: {
  bar: Bar<BookingView>;
  isOver: boolean;
}) {
  const words = holderWords(shown);
  return (
    <div
      title={`${words}: ${formatSpan(shown)}`}
      className={classNames(
        "@container absolute h-6 overflow-hidden whitespace-nowrap rounded-sm border px-1 text-xs leading-6",
        shown.isMine
          ? "border-accent bg-accent/15 font-semibold text-foreground"
          : "border-muted bg-inset text-foreground",
        isOver && "border-dashed",
      )}
      style={{ left: `${left * 100}%`, width: `${width * 100}%`, top: `${row * 1.75 + 0.25}rem` }}
    >
      {/* Where it is too short for a name, the list has it. */}
      <span className="@min-[5rem]:inline hidden">{words}</span>
    </div>
  );
}
