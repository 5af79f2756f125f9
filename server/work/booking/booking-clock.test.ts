import { describe, expect, test } from "vitest";
import { onVm } from "../../access/objects-of";
import { book } from "./book";
import {
  bookingWorld,
  hostId,
  name,
  noon,
  open,
  type Passdeck,
  type Person,
} from "./booking-world.test-data";
import { cancelBooking, extendBooking, handOverBooking } from "./change-booking";
import { leaveQueue, waitForDevice } from "./queue-acts";
import { setBookingRules } from "./set-rules";
import { heededWithinMs, warnedBeforeMs } from "./settle-end";
import { hourMs } from "./spans";

type Opened = Awaited<ReturnType<typeof bookingWorld>>;
const device = { hostId, name };
const shutDown = { longestHours: 24, daysAhead: 14, atEnd: "shut-down" as const, moveTo: null };

const bookFor = (passdeck: Pick<Passdeck, "act">, person: Person, hours = 2, from = noon) =>
  passdeck.act("ada", book, { ...device, from, hours, vmId: null, userId: person });
const wait = (passdeck: Pick<Passdeck, "act">, person: Person, vmId: string | null = null, hours = 1) =>
  passdeck.act(person, waitForDevice, { ...device, hours, vmId });
const newsOf = ({ world }: Opened) =>
  [...world.told.values()].map(({ userId, title }) => `${userId}: ${title}`);
const holders = ({ services }: Passdeck) => services.bookings.activeOn(hostId).map(({ userId }) => userId);

async function lookAt({ world, ticker }: Opened, now: number): Promise<void> {
  world.clock.now = now;
  await ticker.look();
}

describe("a booking's end", () => {
  test("is told before, and when it has come, each once", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto");
    const end = noon + 2 * hourMs;
    for (const now of [noon, end - warnedBeforeMs - 1]) await lookAt(opened, now);
    expect(newsOf(opened)).toEqual([]);
    for (const now of [end - warnedBeforeMs, end - 1000]) await lookAt(opened, now);
    expect(newsOf(opened)).toEqual([`otto: otto’s booking of ${name} ends in 15 minutes`]);
    for (const now of [end, end + hourMs]) await lookAt(opened, now);
    expect(newsOf(opened).slice(1)).toEqual([`otto: otto’s booking of ${name} has ended`]);
    expect(opened.services.bookings.unsettled()).toEqual([]);
  });

  test("is told anew of one that was extended", async () => {
    const opened = await bookingWorld();
    const { bookingId } = await bookFor(opened, "otto");
    await lookAt(opened, noon + 2 * hourMs - warnedBeforeMs);
    await opened.act("otto", extendBooking, { hostId, bookingId, hours: 1 });
    await lookAt(opened, noon + 2 * hourMs);
    await lookAt(opened, noon + 3 * hourMs - 60_000);
    expect(newsOf(opened)).toEqual([
      `otto: otto’s booking of ${name} ends in 15 minutes`,
      `otto: otto’s booking of ${name} ends in 1 minute`,
    ]);
  });

  test("leaves a VM alone where the rules say so", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto");
    await opened.start("otto", "one");
    await lookAt(opened, noon + 2 * hourMs);
    expect([opened.world.fleet.isOn("one"), opened.world.fleet.asked]).toEqual([true, []]);
  });

  test("asks the VM that was started by it to shut down, and no other", async () => {
    const opened = await bookingWorld();
    await opened.act("ada", setBookingRules, { ...device, rules: shutDown });
    await opened.start("ada", "two");
    await bookFor(opened, "otto");
    await opened.start("otto", "one");
    await lookAt(opened, noon + 2 * hourMs);
    await lookAt(opened, noon + 2 * hourMs + heededWithinMs);
    expect(opened.world.fleet.asked).toEqual(["one"]);
    expect([opened.world.fleet.isOn("one"), opened.world.fleet.isOn("two")]).toEqual([false, true]);
    expect(opened.services.bookings.unsettled()).toEqual([]);
  });

  test("tells of a guest that does not heed it, and never forces it off", async () => {
    const opened = await bookingWorld();
    await opened.act("ada", setBookingRules, { ...device, rules: shutDown });
    await bookFor(opened, "otto");
    await opened.start("otto", "one");
    opened.world.fleet.hang("one");
    const end = noon + 2 * hourMs;
    for (const now of [end, end + heededWithinMs - 1]) await lookAt(opened, now);
    expect(newsOf(opened)).toHaveLength(1);
    for (const now of [end + heededWithinMs, end + 9 * hourMs]) await lookAt(opened, now);
    expect(newsOf(opened).slice(1)).toEqual([`otto: one still uses ${name}`]);
    expect([opened.world.fleet.isOn("one"), opened.world.fleet.asked]).toEqual([true, ["one"]]);
  });

  test("goes on in the holder's next booking", async () => {
    const opened = await bookingWorld();
    await opened.act("ada", setBookingRules, { ...device, rules: shutDown });
    await bookFor(opened, "otto");
    await bookFor(opened, "otto", 1, noon + 2 * hourMs);
    await opened.start("otto", "one");
    await lookAt(opened, noon + 2 * hourMs);
    expect(opened.world.fleet.isOn("one")).toBe(true);
    await lookAt(opened, noon + 3 * hourMs);
    expect(opened.world.fleet.isOn("one")).toBe(false);
  });

  test("comes at once of one that is cancelled", async () => {
    const opened = await bookingWorld();
    await opened.act("ada", setBookingRules, { ...device, rules: shutDown });
    const { bookingId } = await bookFor(opened, "otto");
    await opened.start("otto", "one");
    await lookAt(opened, noon + hourMs);
    await opened.act("otto", cancelBooking, { hostId, bookingId });
    await opened.ticker.look();
    expect([opened.world.fleet.isOn("one"), newsOf(opened)]).toEqual([false, []]);
  });

  test("waits for a host that can't be reached", async () => {
    const opened = await bookingWorld();
    await opened.act("ada", setBookingRules, { ...device, rules: shutDown });
    await bookFor(opened, "otto");
    await opened.start("otto", "one");
    opened.world.fleet.connection = "lost";
    await lookAt(opened, noon + 2 * hourMs);
    expect([newsOf(opened).length, opened.world.fleet.asked]).toEqual([1, []]);
    opened.world.fleet.connection = "connected";
    await opened.ticker.look();
    expect(opened.world.fleet.asked).toEqual(["one"]);
  });
});

test("what has ended is kept for 90 days", async () => {
  const opened = await bookingWorld();
  await bookFor(opened, "otto");
  await lookAt(opened, noon + 2 * hourMs);
  const { bookings } = opened.services;
  for (const [days, left] of [
    [90, 1],
    [91, 0],
  ] as const) {
    opened.world.clock.now = noon + days * 24 * hourMs;
    bookings.prune();
    expect(bookings.of(device)).toHaveLength(left);
  }
});

describe("a queue", () => {
  test("gives each their turn as they came, from when a card is free", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "ada", 2);
    await bookFor(opened, "ada", 4);
    await wait(opened, "otto");
    await wait(opened, "ada");
    await lookAt(opened, noon);
    expect(holders(opened)).toEqual(["ada", "ada"]);
    await lookAt(opened, noon + 2 * hourMs);
    expect(holders(opened)).toEqual(["ada", "otto"]);
    await lookAt(opened, noon + 3 * hourMs);
    expect(holders(opened)).toEqual(["ada", "ada"]);
    expect(newsOf(opened).filter((news) => news.includes("turn:"))).toEqual([
      `otto: It is otto’s turn: ${name}`,
      `ada: It is ada’s turn: ${name}`,
    ]);
  });

  test("waits for a VM without a booking to be off", async () => {
    const opened = await bookingWorld();
    await opened.start("ada", "one");
    await opened.start("ada", "two");
    await wait(opened, "otto");
    await lookAt(opened, noon + hourMs);
    expect(holders(opened)).toEqual([]);
    opened.world.fleet.turnOff("two");
    await opened.ticker.look();
    expect(holders(opened)).toEqual(["otto"]);
    // What is given is kept for whom it was given to.
    await expect(opened.start("ada", "two")).rejects.toThrow(/booked/);
    expect(await opened.start("otto", "three")).toHaveLength(1);
  });

  test("starts the VM that was asked for, as who waited", async () => {
    const opened = await bookingWorld();
    await wait(opened, "otto", opened.world.fleet.idOf("one"));
    await opened.ticker.look();
    await Promise.all(opened.jobs.all().map(({ id }) => opened.jobs.ended(id)));
    expect(opened.jobs.all()).toMatchObject([{ startedBy: "otto", title: "Start one", state: "done" }]);
    expect(opened.world.fleet.cardsOf("one")).toHaveLength(1);
    expect(opened.services.bookings.of(device)).toMatchObject([
      { userId: "otto", usedBy: opened.world.fleet.idOf("one"), turn: null },
    ]);
  });

  test("starts nothing on a host in maintenance, and tells who waited", async () => {
    const opened = await bookingWorld();
    opened.world.fleet.maintenance = { reason: "a new fan", since: noon, by: "ada" };
    await wait(opened, "otto", opened.world.fleet.idOf("one"));
    await opened.ticker.look();
    expect(opened.jobs.all()).toEqual([]);
    expect([...opened.world.told.values()].at(-1)?.detail).toContain(
      "its host is in maintenance (a new fan)",
    );
    expect(opened.services.bookings.of(device)).toMatchObject([{ userId: "otto", turn: null }]);
  });

  test("begins nothing that would run into a booking", async () => {
    const opened = await bookingWorld();
    for (const _ of [1, 2]) await bookFor(opened, "ada", 1, noon + hourMs);
    await wait(opened, "otto", null, 2);
    await lookAt(opened, noon);
    expect(holders(opened)).toEqual([]);
    await lookAt(opened, noon + 2 * hourMs);
    expect(holders(opened)).toEqual(["otto"]);
  });

  test("starts a VM once its host can be reached", async () => {
    const opened = await bookingWorld();
    await wait(opened, "otto", opened.world.fleet.idOf("one"));
    const [waiting] = opened.services.bookings.queue.all();
    if (waiting !== undefined) opened.services.bookings.giveTurn(waiting);
    opened.world.fleet.connection = "lost";
    await opened.ticker.look();
    expect([opened.jobs.all(), newsOf(opened).length]).toEqual([[], 1]);
    opened.world.fleet.connection = "connected";
    await opened.ticker.look();
    expect(opened.jobs.all()).toHaveLength(1);
  });

  test("passes over who may not any more, and tells them", async () => {
    const opened = await bookingWorld();
    const vmId = opened.world.fleet.idOf("one");
    const vm = { hostId, vmId };
    for (const person of ["vera", "vito"] as const) {
      opened.shares.set(onVm(vm), { kind: "user", id: person }, "operator");
      await wait(opened, person, vmId);
    }
    opened.shares.remove(onVm(vm), { kind: "user", id: "vera" });
    await opened.ticker.look();
    expect([holders(opened), opened.services.bookings.queue.all()]).toEqual([["vito"], []]);
    expect(newsOf(opened)).toEqual([
      `vera: vera was taken out of the queue for ${name}`,
      `vito: It is vito’s turn: ${name}`,
    ]);
  });

  test("tells why a VM was not started, whose turn stays", async () => {
    const opened = await bookingWorld();
    await wait(opened, "otto", opened.world.fleet.idOf("one"));
    opened.world.fleet.remove("one");
    await opened.ticker.look();
    expect(holders(opened)).toEqual(["otto"]);
    expect([...opened.world.told.values()].at(-1)).toMatchObject({
      detail: expect.stringContaining("deleted"),
    });
  });

  test("is left, and nobody waits for the same twice", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "ada");
    await bookFor(opened, "ada");
    await wait(opened, "otto");
    await expect(wait(opened, "otto")).rejects.toThrow(/already/);
    const [waiting] = opened.services.bookings.queue.all();
    await opened.act("otto", leaveQueue, { hostId, waitingId: waiting?.id ?? 0 });
    await lookAt(opened, noon + 2 * hourMs);
    expect(holders(opened)).toEqual([]);
  });

  test("is not overtaken by a booking", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "ada", 2);
    await bookFor(opened, "ada", 4);
    await wait(opened, "otto", null, 4);
    await expect(bookFor(opened, "vera", 1, noon + 2 * hourMs)).rejects.toThrow(/Others wait/);
    await expect(bookFor(opened, "vera", 1, noon + 4 * hourMs)).resolves.toBeDefined();
  });
});

describe("after a crash", () => {
  /** Ends Passdeck at the named write, as a kill does: nothing is done after it. */
  function killAt(passdeck: Passdeck, method: "change" | "giveTurn", after: boolean): void {
    const { bookings } = passdeck.services;
    const original = bookings[method].bind(bookings) as (...given: unknown[]) => unknown;
    Object.assign(bookings, {
      [method]: (...given: unknown[]) => {
        if (after) original(...given);
        passdeck.database.close();
        throw new Error("killed");
      },
    });
  }

  test("what ended while Passdeck was down is told and heeded at its next start", async () => {
    const opened = await bookingWorld();
    await opened.act("ada", setBookingRules, { ...device, rules: shutDown });
    await bookFor(opened, "otto");
    await opened.start("otto", "one");
    opened.database.close();
    opened.world.clock.now = noon + 7 * hourMs;
    const next = open(opened.world);
    await next.ticker.look();
    expect(newsOf(opened)).toEqual([`otto: otto’s booking of ${name} has ended`]);
    expect([opened.world.fleet.asked, opened.world.fleet.isOn("one")]).toEqual([["one"], false]);
  });

  test("a turn that came while Passdeck was down is given from its next start", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "ada");
    await bookFor(opened, "ada");
    await wait(opened, "otto", opened.world.fleet.idOf("one"));
    opened.database.close();
    opened.world.clock.now = noon + 5 * hourMs;
    const next = open(opened.world);
    await next.ticker.look();
    await Promise.all(next.jobs.all().map(({ id }) => next.jobs.ended(id)));
    expect(next.services.bookings.activeOn(hostId)).toMatchObject([
      { userId: "otto", from: noon + 5 * hourMs, to: noon + 6 * hourMs },
    ]);
    expect(opened.world.fleet.isOn("one")).toBe(true);
  });

  test.each([
    ["before a turn is written down", "giveTurn", false],
    ["once it is", "giveTurn", true],
    ["before it is written down that it was told", "change", false],
    ["once it is", "change", true],
  ] as const)(
    "killed %s (%s), the turn is one turn, told once, and the VM runs",
    async (_, method, after) => {
      const opened = await bookingWorld();
      await wait(opened, "otto", opened.world.fleet.idOf("one"));
      killAt(opened, method, after);
      await opened.ticker.look().catch(() => undefined);
      const next = open(opened.world);
      await next.ticker.look();
      await Promise.all(next.jobs.all().map(({ id }) => next.jobs.ended(id)));
      expect([holders(next), next.services.bookings.queue.all()]).toEqual([["otto"], []]);
      expect(newsOf(opened)).toEqual([`otto: It is otto’s turn: ${name}`]);
      expect(opened.world.fleet.cardsOf("one")).toHaveLength(1);
      expect(next.services.bookings.of(device)).toMatchObject([
        { turn: null, usedBy: opened.world.fleet.idOf("one") },
      ]);
    },
  );

  test("killed between the start of the VM and its being written down, it is not started again", async () => {
    const opened = await bookingWorld();
    await wait(opened, "otto", opened.world.fleet.idOf("one"));
    await opened.ticker.look();
    await Promise.all(opened.jobs.all().map(({ id }) => opened.jobs.ended(id)));
    const [booking] = opened.services.bookings.of(device);
    if (booking === undefined) throw new Error("there is no booking");
    opened.services.bookings.change(booking, { turn: "told" });
    opened.database.close();
    const next = open(opened.world);
    await next.ticker.look();
    expect(next.jobs.all()).toHaveLength(1);
    expect(next.services.bookings.of(device)).toMatchObject([{ turn: null }]);
    expect(newsOf(opened)).toHaveLength(1);
  });

  test("killed before it is written down that a VM was asked to shut down, it is told once and over in the end", async () => {
    const opened = await bookingWorld();
    await opened.act("ada", setBookingRules, { ...device, rules: shutDown });
    await bookFor(opened, "otto");
    await opened.start("otto", "one");
    opened.world.clock.now = noon + 2 * hourMs;
    killAt(opened, "change", false);
    await opened.ticker.look().catch(() => undefined);
    const next = open(opened.world);
    await next.ticker.look();
    await next.ticker.look();
    expect(newsOf(opened)).toEqual([`otto: otto’s booking of ${name} has ended`]);
    expect([opened.world.fleet.isOn("one"), next.services.bookings.unsettled()]).toEqual([false, []]);
  });

  test("what was handed over has no start of the VM of who had it before", async () => {
    const opened = await bookingWorld();
    await wait(opened, "otto", opened.world.fleet.idOf("one"));
    opened.world.fleet.connection = "lost";
    await opened.ticker.look();
    opened.world.fleet.connection = "connected";
    opened.services.bookings.giveTurn(opened.services.bookings.queue.all()[0] as never);
    const [booking] = opened.services.bookings.of(device);
    await opened.act("otto", handOverBooking, { hostId, bookingId: booking?.id ?? "", userName: "ada" });
    await opened.ticker.look();
    expect([holders(opened), opened.jobs.all()]).toEqual([["ada"], []]);
  });
});
