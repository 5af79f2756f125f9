import { describe, expect, test } from "vitest";
import { onVm } from "../../access/objects-of";
import { book } from "./book";
import { bookingWorld, hostId, name, noon, type Person } from "./booking-world.test-data";
import { cancelBooking, extendBooking, handOverBooking } from "./change-booking";
import { waitForDevice } from "./queue-acts";
import { setBookingRules } from "./set-rules";
import { hourMs } from "./spans";
import { bookablesFor } from "./watch-bookings";

type Opened = Awaited<ReturnType<typeof bookingWorld>>;
const device = { hostId, name };

function bookAs({ act }: Opened, person: Person, hour = 0, hours = 2, userId: Person | null = null) {
  const wish = { ...device, from: noon + hour * hourMs, hours, vmId: null, userId };
  return act(person, book, wish);
}

describe("bookings", () => {
  test("there are never more at once than cards, and what is over makes room", async () => {
    const opened = await bookingWorld();
    await bookAs(opened, "otto");
    await bookAs(opened, "ada", 1, 3);
    await expect(bookAs(opened, "ada", 1, 1, "vera")).rejects.toThrow(/no card left/);
    await expect(bookAs(opened, "ada", 2, 2, "vera")).resolves.toBeDefined();
  });

  test("of two who book the last card in the same moment one has it", async () => {
    const opened = await bookingWorld();
    await bookAs(opened, "ada");
    const both = await Promise.allSettled([bookAs(opened, "ada"), bookAs(opened, "otto")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(opened.services.bookings.of(device)).toHaveLength(2);
  });

  test("the rules say how long and how far ahead", async () => {
    const opened = await bookingWorld();
    await expect(bookAs(opened, "ada", 0, 25)).rejects.toThrow(/24 hours at the longest/);
    await expect(bookAs(opened, "ada", 14 * 24 + 1)).rejects.toThrow(/at most 14 days/);
    await expect(bookAs(opened, "ada", -1)).rejects.toThrow(/in the past/);
    await opened.act("ada", setBookingRules, { ...device, rules: null });
    await expect(bookAs(opened, "ada")).rejects.toThrow(/can't be booked/);
  });

  test("for others only an administrator books, and who may operate nothing says for which VM of theirs", async () => {
    const opened = await bookingWorld();
    await expect(bookAs(opened, "otto", 0, 1, "vera")).rejects.toThrow(/does not allow/);
    await expect(bookAs(opened, "vera")).rejects.toThrow(/does not allow/);
    const vmId = opened.world.fleet.idOf("one");
    const wish = { ...device, from: noon, hours: 1, vmId, userId: null };
    await expect(opened.act("vera", book, wish)).rejects.toThrow(/does not allow/);
    opened.shares.set(onVm({ hostId, vmId }), { kind: "user", id: "vera" }, "operator");
    await expect(opened.act("vera", book, wish)).resolves.toBeDefined();
    await expect(bookAs(opened, "vera")).rejects.toThrow(/does not allow/);
  });

  test("the VM that it is for has to ask for the device", async () => {
    const opened = await bookingWorld();
    opened.world.fleet.define("plain", []);
    const vmId = opened.world.fleet.idOf("plain");
    const why = /plain does not ask for “any A100”/;
    const booking = opened.act("ada", book, { ...device, from: noon, hours: 1, vmId, userId: null });
    await expect(booking).rejects.toThrow(why);
    await expect(opened.act("ada", waitForDevice, { ...device, hours: 1, vmId })).rejects.toThrow(why);
    expect(opened.services.bookings.of(device)).toEqual([]);
    expect(opened.services.bookings.queue.of(device)).toEqual([]);
  });

  test("it is extended as far as nobody else is in the way, and as the rules let it be long", async () => {
    const opened = await bookingWorld();
    const { bookingId } = await bookAs(opened, "otto");
    const [ofOthers] = await Promise.all([bookAs(opened, "ada", 3), bookAs(opened, "ada", 3)]);
    const extend = (person: Person, hours: number) =>
      opened.act(person, extendBooking, { hostId, bookingId, hours });
    await expect(extend("otto", 2)).rejects.toThrow(/somebody else has booked/);
    await extend("otto", 1);
    await opened.act("ada", cancelBooking, { hostId, bookingId: ofOthers.bookingId });
    await expect(extend("otto", 22)).rejects.toThrow(/24 hours at the longest/);
    await extend("otto", 21);
    expect(opened.services.bookings.get(hostId, bookingId).to).toBe(noon + 24 * hourMs);
    opened.world.clock.now = noon + 24 * hourMs;
    await expect(extend("otto", 1)).rejects.toThrow(/has ended/);
  });

  test("one's own is handed over and cancelled; that of others is an administrator's", async () => {
    const opened = await bookingWorld();
    const { bookingId } = await bookAs(opened, "otto", 1);
    const change = { hostId, bookingId };
    await expect(opened.act("vera", cancelBooking, change)).rejects.toThrow(/does not allow/);
    await expect(opened.act("otto", handOverBooking, { ...change, userName: "nobody" })).rejects.toThrow(
      /no user/,
    );
    await opened.act("otto", handOverBooking, { ...change, userName: "Vera" });
    expect([...opened.world.told.values()]).toMatchObject([{ subject: "booking-turn", userId: "vera" }]);
    await expect(opened.act("otto", cancelBooking, change)).rejects.toThrow(/does not allow/);
    await opened.act("ada", cancelBooking, change);
    expect(opened.services.bookings.of(device)).toEqual([]);
    expect([...opened.world.told.values()].at(-1)).toMatchObject({
      subject: "booking-ended",
      userId: "vera",
      detail: expect.stringContaining("ada cancelled it"),
    });
  });

  test("each sees as much of the others as they may", async () => {
    const opened = await bookingWorld();
    const vmId = opened.world.fleet.idOf("one");
    await opened.act("otto", book, { ...device, from: noon, hours: 1, vmId, userId: null });
    await bookAs(opened, "ada", 2, 1, "vera");
    const seenBy = (person: Person) => {
      const viewer = { rooms: opened.services, who: opened.as(person), hostId };
      const [view] = bookablesFor(viewer, opened.services.named.of(hostId), null);
      return view?.bookings.map(({ holder, isMine, mayChange, vm }) => [
        holder,
        isMine,
        mayChange,
        vm?.name ?? null,
      ]);
    };
    expect(seenBy("ada")).toEqual([
      ["otto", false, true, "one"],
      ["vera", false, true, null],
    ]);
    expect(seenBy("otto")).toEqual([
      ["otto", true, true, "one"],
      ["vera", false, false, null],
    ]);
    expect(seenBy("vera")).toEqual([
      [null, false, false, null],
      ["vera", true, false, null],
    ]);
  });

  test("a member knows of what a VM asks for that is shared with them to be started, and not by whom it is taken", async () => {
    const opened = await bookingWorld();
    await bookAs(opened, "otto", 1);
    const known = () => {
      const viewer = { rooms: opened.services, who: opened.as("mina"), hostId };
      return bookablesFor(viewer, opened.services.named.of(hostId), null).map(({ name, bookings }) => [
        name,
        bookings.map(({ holder }) => holder),
      ]);
    };
    expect(known()).toEqual([]);
    const vm = { hostId, vmId: opened.world.fleet.idOf("two") };
    const mina = { kind: "user", id: "mina" } as const;
    opened.shares.set(onVm(vm), mina, "viewer");
    expect(known()).toEqual([]);
    opened.shares.set(onVm(vm), mina, "operator");
    expect(known()).toEqual([[device.name, [null]]]);
  });

  test("a card is promised by one name alone, and who has booked what is gone is told", async () => {
    const opened = await bookingWorld();
    const { named } = opened.services;
    const [first] = named.of(hostId)[0]?.members ?? [];
    named.add(hostId, { name: "the first", note: "", members: first === undefined ? [] : [first] });
    const rules = { longestHours: 1, daysAhead: 1, atEnd: "warn" as const, moveTo: null };
    const allow = () => opened.act("ada", setBookingRules, { hostId, name: "the first", rules });
    await expect(allow()).rejects.toThrow(/is a card of “any A100” too/);
    await bookAs(opened, "otto");
    await opened.act("ada", setBookingRules, { ...device, rules: null });
    expect([...opened.world.told.values()]).toMatchObject([{ userId: "otto", title: /was cancelled/ }]);
    await allow();
  });
});
