"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { namedObject, useMay, useRights, vmObject } from "@/components/data/use-rights";
import { weekOf } from "@/components/formats/calendar";
import { formatWeekday } from "@/components/formats/dates";
import { timeZoneName } from "@/components/formats/days";
import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { ReasonButton } from "@/components/ui/reason-button";
import { useNow } from "@/components/ui/use-now";
import type { BookableView, BookingRules } from "@/server/work/booking/booking.schema";
import type { AskedDevice } from "./asked-device";
import type { Asking } from "./asking";
import { BookingList } from "./booking-list";
import { endWords } from "./end-words";
import { QueueList } from "./queue-list";
import { WeekCalendar } from "./week-calendar";

const BookingDialogs = lazy(() => import("./booking-dialogs"));

interface BookingSectionProps {
  hostId: string;
  device: AskedDevice;
  bookable: BookableView;
  rules: BookingRules;
}

/** The calendar of a named device that can be booked, what is booked in words, and who waits. */
export function BookingSection({ hostId, device, bookable, rules }: BookingSectionProps) {
  const [later, setLater] = useState(0);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { name, places, bookings, queue } = bookable;
  // A booking that has just been made begins now, and not at the next look at the clock.
  const now = useNow(30, bookings);
  const mayNot = useRights(namedObject(hostId, name));
  const may = useMay();
  // Whoever may start a VM books what it asks for.
  const isForVm = (act: "booking.book" | "booking.wait") =>
    device.askedBy.some(({ vmId }) => may(act, vmObject({ hostId, id: vmId })));
  const whyNot = (act: "booking.book" | "booking.wait") => (isForVm(act) ? null : mayNot(act));
  const week = weekOf(now, later);
  const waits = queue.some(({ isMine }) => isMine);
  return (
    <section
      aria-label={`Bookings of ${name}`}
      className="flex flex-col gap-3 border-border border-t px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        <div className="mr-auto">
          <h4 className="font-semibold">Bookings</h4>
          <p className="text-muted text-sm">{rulesWords(places, rules)}</p>
        </div>
        <ReasonButton
          size="sm"
          reason={waits ? "You wait for it already" : whyNot("booking.wait")}
          aria-label={`Wait for ${name}…`}
          onClick={() => setAsking({ kind: "wait" })}
        >
          Wait…
        </ReasonButton>
        <ReasonButton
          size="sm"
          variant="primary"
          reason={whyNot("booking.book")}
          aria-label={`Book ${name}…`}
          onClick={() => setAsking({ kind: "book" })}
        >
          Book…
        </ReasonButton>
      </div>
      <div className="flex flex-wrap items-center gap-1">
        <p className="mr-auto font-medium text-sm" aria-live="polite">
          Week from {formatWeekday(week[0])} <span className="text-muted">({timeZoneName()})</span>
        </p>
        <div className="flex gap-1">
          <Button size="sm" aria-label={`${name}: previous week`} onClick={() => setLater(later - 1)}>
            <ChevronLeft aria-hidden />
          </Button>
          <Button
            size="sm"
            aria-label={`${name}: this week`}
            disabled={later === 0}
            onClick={() => setLater(0)}
          >
            This week
          </Button>
          <Button size="sm" aria-label={`${name}: next week`} onClick={() => setLater(later + 1)}>
            <ChevronRight aria-hidden />
          </Button>
        </div>
      </div>
      <WeekCalendar name={name} week={week} now={now} bookings={bookings} />
      <BookingList name={name} now={now} bookings={bookings} onAsk={setAsking} />
      <QueueList name={name} queue={queue} onAsk={setAsking} />
      <Suspense>
        {asking === null ? null : (
          <BookingDialogs
            hostId={hostId}
            device={device}
            rules={rules}
            asking={asking}
            onClose={() => setAsking(null)}
          />
        )}
      </Suspense>
    </section>
  );
}

function rulesWords(places: number, rules: BookingRules): string {
  const { longestHours, daysAhead } = rules;
  const most = `${countOf(places, "card")} at once, ${countOf(longestHours, "hour")} at the longest, ${countOf(daysAhead, "day")} ahead.`;
  return `${most} ${endWords(rules)}`.trim();
}
