import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import { withRouter } from "@/components/ui/with-router.test-data";
import type { BookableView, BookingView } from "@/server/work/booking/booking.schema";
import { BookingSection } from "./booking-section";

// Node 20 has none of its own, and the module of the API asks for it. Nothing is connected here.
vi.hoisted(() => vi.stubGlobal("WebSocket", class {}));

const hour = 3_600_000;
const noon = Date.UTC(2026, 11, 2, 12);
const rules = { longestHours: 8, daysAhead: 14, atEnd: "shut-down" as const, moveTo: null };
const device = { name: "any", note: "", members: [], askedBy: [] };

beforeEach(() => {
  vi.stubEnv("TZ", "Europe/Berlin");
  vi.useFakeTimers({ now: noon });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

function booking(number: number, part: Partial<BookingView>): BookingView {
  const from = noon + number * hour;
  const bookingId = `00000000-0000-4000-8000-00000000000${number}`;
  return {
    bookingId,
    name: "any",
    from,
    to: from + hour,
    isOver: false,
    isMine: false,
    holder: null,
    vm: null,
    mayChange: false,
    ...part,
  };
}

function bookableOf(part: Partial<BookableView>): BookableView {
  return { name: "any", rules, places: 1, askedBy: [], bookings: [], queue: [], ...part };
}

function shown(part: Partial<BookableView>): string {
  const bookable = bookableOf(part);
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      {withRouter(<BookingSection hostId="local" device={device} bookable={bookable} rules={rules} />)}
    </QueryClientProvider>,
  );
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("the list says in words, and in the browser's time, what the picture shows", () => {
  const words = shown({
    bookings: [
      booking(0, { isMine: true, holder: "ada", vm: { vmId: "1", name: "web-1" }, mayChange: true }),
      booking(1, {}),
      booking(2, { holder: "otto" }),
    ],
  });
  expect(words).toContain("Week from Mon 30 Nov (Europe/Berlin)");
  expect(words).toContain("Wed 2 Dec, 13:00 to 14:00 Yours, for web-1, now Extend… Hand over… Cancel…");
  expect(words).toContain("Wed 2 Dec, 14:00 to 15:00 Taken");
  expect(words).toContain("Wed 2 Dec, 15:00 to 16:00 otto");
  expect(words.match(/Extend…/g)).toHaveLength(1);
});

test("the rules, who waits, and that nothing is booked are said", () => {
  const queue = [
    { waitingId: 1, mayEnd: true, isMine: true, holder: "ada", hours: 3, vm: null, turnAt: noon + hour },
  ];
  const words = shown({ queue });
  expect(words).toContain("1 card at once, 8 hours at the longest, 14 days ahead.");
  expect(words).toContain("is asked to shut down");
  expect(words).toContain("Nobody has booked it.");
  expect(words).toContain("By the bookings, a card is free on Wed 2 Dec, 14:00.");
  expect(words).toContain("Leave…");
});

/** The section, and what somebody else does meanwhile. */
function SectionOfTwo() {
  const [bookings, setBookings] = useState<BookingView[]>([]);
  return (
    <>
      <BookingSection hostId="local" device={device} bookable={bookableOf({ bookings })} rules={rules} />
      <button type="button" onClick={() => setBookings([{ ...booking(0, {}), from: Date.now() }])}>
        Somebody books
      </button>
    </>
  );
}

test("a booking that begins when it is made is so at once, and not when the clock is looked at again", async () => {
  const page = await rendered(<SectionOfTwo />);
  vi.setSystemTime(noon + 2_000);
  await page.press("Somebody books");
  expect(page.text()).toMatch(/Taken ?, now/);
});
