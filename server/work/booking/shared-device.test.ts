import { describe, expect, test } from "vitest";
import { onNamed, onVm } from "../../access/objects-of";
import type { SharedLevel } from "../../access/shared-rights";
import { removeDeviceShare, setDeviceShare } from "../share/device-shares";
import { book } from "./book";
import { bookingWorld, hostId, name, noon } from "./booking-world.test-data";
import { cancelBooking, extendBooking, handOverBooking } from "./change-booking";
import { leaveQueue, waitForDevice } from "./queue-acts";
import { setBookingRules } from "./set-rules";
import { hourMs } from "./spans";
import { bookablesFor, bookingsFor } from "./watch-bookings";

const device = { hostId, name };
const other = { hostId, name: "other" };
const rules = { longestHours: 8, daysAhead: 1, atEnd: "warn" as const, moveTo: null };
const wish = { ...device, from: noon, hours: 2, vmId: null, userId: null };

/** Mina, a member, is something to the device; a second device of the same card is not hers to see. */
async function sharedWorld(level: SharedLevel | null) {
  const opened = await bookingWorld();
  const { act, as, shares, services } = opened;
  const [first] = services.named.of(hostId);
  if (first === undefined) throw new Error("There is no named device.");
  services.named.add(hostId, { ...first, name: other.name });
  const share = (to: SharedLevel) =>
    act("ada", setDeviceShare, { ...device, subject: { kind: "user", name: "Mina" }, level: to });
  if (level !== null) await share(level);
  const viewer = () => ({ rooms: services, who: as("mina"), hostId });
  const seen = () => bookablesFor(viewer(), services.named.of(hostId), null);
  const problemOf = async (work: Promise<unknown>) =>
    work.then(
      () => null,
      ({ code, userMessage }: { code: string; userMessage: string }) => ({ code, userMessage }),
    );
  return { ...opened, share, viewer, seen, problemOf, of: () => shares.of(onNamed(device)) };
}

describe("a named device that is shared with a member", () => {
  test("as a viewer shows who has it until when, and changes nothing", async () => {
    const { act, seen, problemOf, viewer, services } = await sharedWorld("viewer");
    const { bookingId } = await act("otto", book, wish);
    await act("otto", waitForDevice, { ...device, hours: 1, vmId: null });
    const [waiting] = services.bookings.queue.of(device);
    expect(seen()).toMatchObject([
      {
        name,
        bookings: [{ holder: "otto", to: noon + 2 * hourMs, mayChange: false }],
        queue: [{ holder: "otto", mayEnd: false }],
      },
    ]);
    expect(bookingsFor(viewer())).toHaveLength(1);
    const tries = [
      act("mina", book, wish),
      act("mina", waitForDevice, { ...device, hours: 1, vmId: null }),
      act("mina", extendBooking, { hostId, bookingId, hours: 1 }),
      act("mina", cancelBooking, { hostId, bookingId }),
      act("mina", leaveQueue, { hostId, waitingId: waiting?.id ?? 0 }),
      act("mina", setBookingRules, { ...device, rules }),
      act("mina", setDeviceShare, { ...device, subject: { kind: "user", name: "vito" }, level: "viewer" }),
    ];
    for (const attempt of tries) expect(await problemOf(attempt)).toMatchObject({ code: "forbidden" });
    expect(services.bookings.of(device)).toHaveLength(1);
  });

  test("as an operator is booked, extended, handed over and waited for, each by oneself", async () => {
    const { act, problemOf, services, share } = await sharedWorld("operator");
    const { bookingId } = await act("mina", book, wish);
    await act("mina", extendBooking, { hostId, bookingId, hours: 1 });
    const { bookingId: ofOtto } = await act("otto", book, { ...wish, hours: 1 });
    for (const attempt of [
      act("mina", cancelBooking, { hostId, bookingId: ofOtto }),
      act("mina", book, { ...wish, userId: "vito" }),
      act("mina", setBookingRules, { ...device, rules: null }),
    ])
      expect(await problemOf(attempt)).toMatchObject({ code: "forbidden" });
    await act("mina", waitForDevice, { ...device, hours: 1, vmId: null });
    const [waiting] = services.bookings.queue.of(device);
    await act("mina", leaveQueue, { hostId, waitingId: waiting?.id ?? 0 });
    await act("mina", handOverBooking, { hostId, bookingId, userName: "vito" });
    expect(services.bookings.get(hostId, bookingId)).toMatchObject({
      userId: "vito",
      to: noon + 3 * hourMs,
    });
    const { bookingId: own } = await act("mina", book, { ...wish, from: noon + 5 * hourMs });
    await share("viewer");
    expect(await problemOf(act("mina", cancelBooking, { hostId, bookingId: own }))).toMatchObject({
      code: "forbidden",
    });
    await share("operator");
    await act("mina", cancelBooking, { hostId, bookingId: own });
  });

  test("as an owner has its rules, others' bookings and its shares", async () => {
    const { act, problemOf, services, of, world } = await sharedWorld("owner");
    const { bookingId } = await act("otto", book, wish);
    await act("mina", extendBooking, { hostId, bookingId, hours: 1 });
    await act("mina", cancelBooking, { hostId, bookingId });
    expect([...world.told.values()].at(-1)).toMatchObject({ userId: "otto", title: /was cancelled/ });
    await act("mina", setBookingRules, { ...device, rules });
    expect(services.bookings.rulesOf(device)).toEqual(rules);
    const vito = { ...device, subject: { kind: "user" as const, name: "vito" } };
    await act("mina", setDeviceShare, { ...vito, level: "viewer" });
    expect(of()).toMatchObject([
      { name: "mina", level: "owner" },
      { name: "vito", level: "viewer" },
    ]);
    await act("mina", removeDeviceShare, vito);
    expect(of()).toHaveLength(1);
    const unknown = { ...device, subject: { kind: "group" as const, name: "x" }, level: "viewer" as const };
    expect(await problemOf(act("mina", setDeviceShare, unknown))).toMatchObject({ code: "not-found" });
  });

  test("leads to no other one, which is as if it were not there", async () => {
    const { act, seen, problemOf, viewer, services } = await sharedWorld("owner");
    await act("ada", setBookingRules, { ...device, rules: null });
    await act("ada", setBookingRules, { ...other, rules });
    const { bookingId } = await act("otto", book, { ...wish, ...other });
    await act("otto", waitForDevice, { ...other, hours: 1, vmId: null });
    const [waiting] = services.bookings.queue.of(other);
    expect(seen().map((one) => one.name)).toEqual([name]);
    expect(bookingsFor(viewer())).toEqual([]);
    const guid = "0d6a5e1c-0000-4000-8000-00000000abcd";
    const subject = { kind: "user" as const, name: "vito" };
    const pairs = [
      (one: typeof other) => act("mina", book, { ...wish, ...one }),
      (one: typeof other) => act("mina", waitForDevice, { ...one, hours: 1, vmId: null }),
      (one: typeof other) => act("mina", setBookingRules, { ...one, rules }),
      (one: typeof other) => act("mina", setDeviceShare, { ...one, subject, level: "viewer" }),
      (one: typeof other) => act("mina", removeDeviceShare, { ...one, subject }),
    ];
    for (const attempt of pairs) {
      const [there, not] = [
        await problemOf(attempt(other)),
        await problemOf(attempt({ ...other, name: "no" })),
      ];
      expect(there?.userMessage.replace("other", "no")).toBe(not?.userMessage);
      expect(there?.code).toBe("not-found");
    }
    for (const attempt of [
      (id: string) => act("mina", extendBooking, { hostId, bookingId: id, hours: 1 }),
      (id: string) => act("mina", cancelBooking, { hostId, bookingId: id }),
      (id: string) => act("mina", handOverBooking, { hostId, bookingId: id, userName: "vito" }),
    ])
      expect(await problemOf(attempt(bookingId))).toEqual(await problemOf(attempt(guid)));
    const left = (waitingId: number) => problemOf(act("mina", leaveQueue, { hostId, waitingId }));
    expect(await left(waiting?.id ?? 0)).toEqual(await left(999));
    // A card of both is said to be one of another, and not of which.
    const why = await problemOf(act("mina", setBookingRules, { ...device, rules }));
    expect(why?.userMessage).toContain("is a card of another named device too");
  });

  test("is no way to a host for whom it is shared with no more", async () => {
    const { act, seen, problemOf, services } = await sharedWorld("operator");
    const { bookingId } = await act("mina", book, wish);
    await act("ada", removeDeviceShare, { ...device, subject: { kind: "user", name: "mina" } });
    expect(await problemOf(act("mina", cancelBooking, { hostId, bookingId }))).toMatchObject({
      code: "not-found",
      userMessage: expect.stringContaining("no host called"),
    });
    expect(services.bookings.of(device)).toHaveLength(1);
    expect(seen()).toHaveLength(1);
  });

  test("whose operator has a VM that asks for it books it for that one", async () => {
    const { act, shares, world, problemOf, seen } = await sharedWorld("operator");
    const vmId = world.fleet.idOf("one");
    expect(await problemOf(act("mina", book, { ...wish, vmId }))).toMatchObject({ code: "not-found" });
    shares.set(onVm({ hostId, vmId }), { kind: "user", id: "mina" }, "operator");
    expect(seen()).toMatchObject([{ name, askedBy: [{ vmId, name: "one" }] }]);
    await act("mina", book, { ...wish, vmId });
  });
});
