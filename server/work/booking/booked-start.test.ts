import { describe, expect, test } from "vitest";
import { onVm } from "../../access/objects-of";
import { gate } from "../../job/test-world.test-data";
import { beginOnVm } from "../vm/act-on-vms";
import { book } from "./book";
import { bookingWorld, cards, hostId, name, noon, type Person } from "./booking-world.test-data";
import { hourMs } from "./spans";

type Opened = Awaited<ReturnType<typeof bookingWorld>>;

function bookFor(
  { act, world }: Opened,
  person: Person,
  { hour = 0, vm = null }: { hour?: number; vm?: string | null } = {},
) {
  const from = noon + hour * hourMs;
  const vmId = vm === null ? null : world.fleet.idOf(vm);
  return act("ada", book, { hostId, name, from, hours: 2, vmId, userId: person });
}

const share = ({ shares, world }: Opened, vm: string, person: Person) =>
  shares.set(onVm({ hostId, vmId: world.fleet.idOf(vm) }), { kind: "user", id: person }, "operator");

describe("a start of a VM that asks for what can be booked", () => {
  test("takes what active bookings leave, and whoever has one gets a card", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto");
    expect(await opened.start("ada", "one")).toEqual([cards[0]]);
    await expect(opened.start("ada", "two")).rejects.toThrow(/what is free of it is booked/);
    expect(await opened.start("otto", "two")).toEqual([cards[1]]);
    // The booking has its card: it keeps no second one.
    opened.world.fleet.turnOff("one");
    expect(await opened.start("ada", "three")).toEqual([cards[0]]);
  });

  test("is not held up by a booking that has not begun, or has ended", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto", { hour: 1 });
    await bookFor(opened, "otto", { hour: 1 });
    expect(await opened.start("ada", "one")).toHaveLength(1);
    opened.world.fleet.turnOff("one");
    opened.world.clock.now = noon + hourMs;
    await expect(opened.start("ada", "one")).rejects.toThrow(/booked/);
    opened.world.clock.now = noon + 3 * hourMs;
    expect(await opened.start("ada", "one")).toHaveLength(1);
  });

  test("is told until when it is booked, and by whom only where that may be known", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "vito");
    await bookFor(opened, "vito");
    share(opened, "one", "vera");
    await expect(opened.start("ada", "one")).rejects.toThrow(/by vito until 2026-12-02 14:00 UTC/);
    await expect(opened.start("otto", "one")).rejects.toThrow(/by vito until 2026-12-02 14:00 UTC/);
    const refused = await opened.start("vera", "one").catch((error: Error) => error.message);
    expect(refused).toContain("A booking of it ends on 2026-12-02 14:00 UTC.");
    expect(refused).not.toContain("vito");
  });

  test("of the VM that a booking is meant for is by it, whoever starts it", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "vito", { vm: "one" });
    await bookFor(opened, "otto");
    expect(await opened.start("ada", "one")).toHaveLength(1);
    await expect(opened.start("ada", "two")).rejects.toThrow(/booked/);
    expect(await opened.start("otto", "two")).toHaveLength(1);
  });

  test("is one of two at once for the last card that no booking keeps", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto");
    const both = await Promise.allSettled([opened.start("ada", "one"), opened.start("ada", "two")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await opened.start("otto", "three")).toHaveLength(1);
  });

  test("may be of several at once: each has the booking of its own", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto");
    await bookFor(opened, "otto");
    const both = await Promise.all([opened.start("otto", "one"), opened.start("otto", "two")]);
    expect(both.flat().sort()).toEqual([...cards]);
    const users = opened.services.bookings.of({ hostId, name }).map(({ usedBy }) => usedBy);
    expect(users.sort()).toEqual(["one", "two"].map((vm) => opened.world.fleet.idOf(vm)).sort());
  });

  test("that is under way has its booking's card already", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto");
    const { passed, open } = gate();
    opened.world.fleet.mayStart.set("one", passed);
    const vmId = opened.world.fleet.idOf("one");
    const { jobId } = await beginOnVm(opened.as("otto"), { hostId, vmId, action: "start" });
    expect(await opened.start("ada", "two")).toEqual([cards[1]]);
    open();
    expect(await opened.jobs.ended(jobId)).toMatchObject({ state: "done" });
  });

  test("with one card is by one booking, however many are meant for its VM", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto", { vm: "one" });
    await bookFor(opened, "otto", { vm: "one" });
    await opened.start("otto", "one");
    await expect(opened.start("ada", "two")).rejects.toThrow(/booked/);
    expect(await opened.start("otto", "two")).toHaveLength(1);
  });

  test("that is virsh's has no card, and uses no booking", async () => {
    const opened = await bookingWorld();
    await bookFor(opened, "otto", { vm: "one" });
    opened.world.fleet.turnOn("one");
    await bookFor(opened, "vito");
    await expect(opened.start("ada", "two")).rejects.toThrow(/booked/);
  });
});
