import { describe, expect, test } from "vitest";
import { onNamed, onVm } from "../../access/objects-of";
import { book } from "./book";
import {
  bookingWorld,
  cards,
  hostId,
  name,
  noon,
  open,
  type Passdeck,
  type Person,
} from "./booking-world.test-data";
import { setBookingRules } from "./set-rules";
import { heededWithinMs } from "./settle-end";
import { hourMs } from "./spans";
import { bookablesFor } from "./watch-bookings";

const device = { hostId, name };
const spare = "spare";
const rules = { longestHours: 24, daysAhead: 14, atEnd: "move" as const, moveTo: spare };
const end = noon + 2 * hourMs;

/** One card each of two names, of which VMs of the first are moved to the second; the VM `one` runs by a booking. */
async function moveWorld(person: Person = "otto") {
  const opened = await bookingWorld();
  const { named } = opened.services;
  const [one] = named.of(hostId);
  if (one === undefined) throw new Error("There is no named device.");
  named.change(hostId, { ...one, members: one.members.slice(0, 1) });
  named.add(hostId, { ...one, name: spare, members: one.members.slice(1) });
  await opened.act("ada", setBookingRules, { ...device, rules });
  const vm = onVm({ hostId, vmId: opened.world.fleet.idOf("one") });
  if (person === "mina") opened.shares.set(vm, { kind: "user", id: person }, "operator");
  await opened.act("ada", book, { ...device, from: noon, hours: 2, vmId: null, userId: person });
  expect(await opened.start(person, "one")).toEqual([cards[0]]);
  opened.world.clock.now = end;
  return { ...opened, vm };
}

/** Looks until nothing is left to do, also of what jobs do meanwhile. */
async function settle({ ticker, jobs, services }: Passdeck): Promise<void> {
  for (let looks = 0; looks < 8 && services.bookings.unsettled().length > 0; looks += 1) {
    await ticker.look();
    await Promise.all(jobs.running().map(({ id }) => jobs.ended(id)));
  }
  expect(services.bookings.unsettled()).toEqual([]);
}

type World = Awaited<ReturnType<typeof moveWorld>>["world"];
const newsOf = ({ told }: World) => [...told.values()].map(({ title }) => title);
const ended = `otto’s booking of ${name} has ended`;

function expectMoved({ fleet, ...world }: World): void {
  expect([fleet.isOn("one"), fleet.asksOf("one"), fleet.cardsOf("one")]).toEqual([true, [spare], [cards[1]]]);
  expect(newsOf({ fleet, ...world })).toEqual([ended, `one was moved to ${spare}`]);
}

function expectLeft({ fleet, told }: World, why: RegExp): void {
  expect([fleet.isOn("one"), fleet.asksOf("one")]).toEqual([false, [name]]);
  expect([...told.values()].at(-1)).toMatchObject({
    severity: "warning",
    title: `one was not moved to ${spare}`,
    detail: expect.stringMatching(why),
  });
}

describe("a booking's end that moves", () => {
  test("shuts the VM down and starts it, as its holder, with a card of the other name", async () => {
    const opened = await moveWorld();
    await settle(opened);
    expectMoved(opened.world);
    expect(opened.world.fleet.asked).toEqual(["one"]);
    expect(opened.jobs.all().map(({ title, startedBy }) => [title, startedBy])).toEqual([
      ["Start one", "otto"],
      ["Start one", "otto"],
    ]);
  });

  test("leaves it off where none of the other is free, and its request as it was", async () => {
    const opened = await moveWorld();
    opened.world.fleet.define("four", [spare]);
    await opened.start("ada", "four");
    await settle(opened);
    expectLeft(opened.world, /No card of “spare” is free/);
  });

  test("leaves it off while its host is in maintenance, and its request as it was", async () => {
    const opened = await moveWorld();
    opened.world.fleet.maintenance = { reason: "a new fan", since: noon, by: "ada" };
    await settle(opened);
    expectLeft(opened.world, /its host is in maintenance \(a new fan\)/);
    expect(opened.jobs.all()).toHaveLength(1);
  });

  test("leaves a guest alone that does not heed it", async () => {
    const opened = await moveWorld();
    opened.world.fleet.hang("one");
    await opened.ticker.look();
    opened.world.clock.now = end + heededWithinMs;
    await settle(opened);
    expect([opened.world.fleet.isOn("one"), opened.world.fleet.asksOf("one")]).toEqual([true, [name]]);
    expect(newsOf(opened.world)).toEqual([ended, `one still uses ${name}`]);
  });

  test("takes the request back where the start fails", async () => {
    const opened = await moveWorld();
    const failing = Promise.reject(new Error("no"));
    failing.catch(() => undefined);
    opened.world.fleet.mayStart.set("one", failing);
    await settle(opened);
    expectLeft(opened.world, /Its start failed/);
  });

  test("moves nothing for who may not start it any more, or to what is not there", async () => {
    const opened = await moveWorld("mina");
    opened.shares.remove(opened.vm, { kind: "user", id: "mina" });
    await settle(opened);
    expectLeft(opened.world, /may not start one any more/);
    const gone = await moveWorld();
    gone.services.named.remove(hostId, spare);
    await settle(gone);
    expectLeft(gone.world, /There is no named device “spare”/);
  });

  test("leaves a VM alone that was started, deleted or changed meanwhile", async () => {
    const started = await moveWorld();
    await started.ticker.look();
    started.world.fleet.turnOn("one");
    await settle(started);
    expect(started.world.fleet.asksOf("one")).toEqual([name]);
    const deleted = await moveWorld();
    await deleted.ticker.look();
    deleted.world.fleet.remove("one");
    await settle(deleted);
    expect([newsOf(started.world), newsOf(deleted.world)]).toEqual([[ended], [ended]]);
  });

  test("needs another named device that there is", async () => {
    const { act } = await moveWorld();
    const set = (part: object) => act("ada", setBookingRules, { ...device, rules: { ...rules, ...part } });
    await expect(set({ moveTo: null })).rejects.toThrow(/Choose the named device/);
    await expect(set({ moveTo: name })).rejects.toThrow(/another named device/);
    await expect(set({ moveTo: "none" })).rejects.toThrow(/no named device “none”/);
    await expect(set({ atEnd: "warn" })).rejects.toThrow(/only where/);
  });

  test("is an administrator's to choose, and left as it is by who owns the device", async () => {
    const { act, shares, as, services } = await moveWorld();
    shares.set(onNamed(device), { kind: "user", id: "mina" }, "owner");
    const set = (part: object) => act("mina", setBookingRules, { ...device, rules: { ...rules, ...part } });
    for (const moveTo of [spare, "none"])
      await expect(set({ moveTo })).rejects.toMatchObject({ code: "forbidden" });
    const viewer = { rooms: services, who: as("mina"), hostId };
    const [seen] = bookablesFor(viewer, services.named.of(hostId), null);
    expect(seen?.rules).toEqual({ ...rules, moveTo: null });
    await set({ longestHours: 3, moveTo: null });
    expect(services.bookings.rulesOf(device)).toEqual({ ...rules, longestHours: 3 });
    await set({ atEnd: "warn", moveTo: null });
    await expect(set({ moveTo: null })).rejects.toThrow(/Choose the named device/);
  });

  test("is brought to its end where the device can be booked no more meanwhile", async () => {
    const opened = await moveWorld();
    await opened.ticker.look();
    await opened.act("ada", setBookingRules, { ...device, rules: null });
    await settle(opened);
    expectMoved(opened.world);
  });
});

describe("after a crash", () => {
  /** What is written of an end that moves: ended, moveTo, asked, moving. */
  const writes = [0, 1, 2, 3].flatMap((write) => [[write, "before"] as const, [write, "after"] as const]);

  test.each(writes)("at write %i (%s it), the VM is moved once", async (at, when) => {
    const opened = await moveWorld();
    const { bookings } = opened.services;
    const change = bookings.change.bind(bookings);
    let count = 0;
    bookings.change = (...given) => {
      const isLast = count++ === at;
      if (!isLast || when === "after") change(...given);
      if (!isLast) return;
      opened.database.close();
      throw new Error("killed");
    };
    for (let looks = 0; looks < 3; looks += 1) await opened.ticker.look().catch(() => undefined);
    expect(count).toBeGreaterThan(at);
    const next = open(opened.world);
    await settle(next);
    expectMoved(opened.world);
    expect(next.jobs.all()).toHaveLength(2);
  });

  test("once the VM asks for the other name, and before it is started", async () => {
    const opened = await moveWorld();
    const { fleet } = opened.world;
    const change = fleet.changeRequest.bind(fleet);
    fleet.changeRequest = async (given) => {
      await change(given);
      opened.database.close();
      throw new Error("killed");
    };
    for (let looks = 0; looks < 3; looks += 1) await opened.ticker.look().catch(() => undefined);
    expect(fleet.asksOf("one")).toEqual([spare]);
    fleet.changeRequest = change;
    await settle(open(opened.world));
    expectMoved(opened.world);
  });

  test("once it was started, and before that is written down", async () => {
    const opened = await moveWorld();
    await settle(opened);
    const [booking] = opened.services.bookings.of(device);
    if (booking === undefined) throw new Error("There is no booking.");
    opened.services.bookings.change(booking, { stage: "moving" });
    opened.database.close();
    const next = open(opened.world);
    await settle(next);
    expectMoved(opened.world);
    expect(next.jobs.all()).toHaveLength(2);
  });

  test("once its start has failed, and before its request is taken back", async () => {
    const opened = await moveWorld();
    const failing = Promise.reject(new Error("no"));
    failing.catch(() => undefined);
    opened.world.fleet.mayStart.set("one", failing);
    const { fleet } = opened.world;
    const change = fleet.changeRequest.bind(fleet);
    fleet.changeRequest = async (given) => {
      if (given.to.includes(spare)) return change(given);
      opened.database.close();
      throw new Error("killed");
    };
    for (let looks = 0; looks < 4; looks += 1) {
      await opened.ticker.look().catch(() => undefined);
      await Promise.all(opened.jobs.running().map(({ id }) => opened.jobs.ended(id))).catch(() => undefined);
    }
    fleet.changeRequest = change;
    await settle(open(opened.world));
    expectLeft(opened.world, /Its start failed/);
  });
});
