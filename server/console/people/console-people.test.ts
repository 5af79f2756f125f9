import { describe, expect, test, vi } from "vitest";
import { AppError } from "../../errors";
import { someone } from "../testing/someone";
import { shortReason } from "./close-reason";
import { ConsolePeople } from "./console-people";
import { type ConsolePlace, nameFor, type Person } from "./person";

const place = { hostId: "local", vmId: "a", kind: "serial" } as const;

function room() {
  let now = 1_000;
  /** Ids of those who have lost their right. */
  const lost = new Set<string>();
  const people = new ConsolePeople(() => now);
  const sit = (person: Person, readOnly = false, at: ConsolePlace = place) => {
    const close = vi.fn();
    return Object.assign(people.sit(at, { person, readOnly, close, mayStay: () => !lost.has(person.id) }), {
      closed: close,
    });
  };
  return { people, sit, lost, pass: (ms: number) => (now += ms) };
}
const [ada, bob] = [someone("1", "ada"), someone("2", "bob")];

describe("ConsolePeople", () => {
  test("lists who is at a console, and tells of each change of it alone", () => {
    const { people, sit, pass } = room();
    const listener = vi.fn();
    const stop = people.listen(place, listener);
    const one = sit(ada);
    pass(10);
    const two = sit(bob, true);
    sit(bob, false, { ...place, vmId: "b" });
    expect(people.at(place)).toEqual([one, two]);
    expect([one.since, two.since]).toEqual([1_000, 1_010]);
    people.leave(one);
    people.leave(one);
    expect(people.at(place)).toEqual([two]);
    expect(listener).toHaveBeenCalledTimes(3);
    stop();
    people.leave(two);
    expect(listener).toHaveBeenCalledTimes(3);
  });

  test("tells of typing at most every two seconds", () => {
    const { people, sit, pass } = room();
    const seat = sit(ada);
    const listener = vi.fn();
    people.listen(place, listener);
    seat.typed();
    pass(1_999);
    seat.typed();
    expect([listener.mock.calls.length, seat.lastTypedAt]).toEqual([1, 1_000]);
    pass(1);
    seat.typed();
    expect([listener.mock.calls.length, seat.lastTypedAt]).toEqual([2, 3_000]);
  });

  test("takes the keyboard from the others until it is given back or its holder leaves", () => {
    const { people, sit } = room();
    const [one, two, watcher] = [sit(ada), sit(bob), sit(bob, true)];
    const mayType = () => [one, two, watcher].map((seat) => seat.mayType);
    const told = vi.fn();
    two.onKeyboard = told;
    people.takeKeyboard(place, one.id, "1");
    expect(mayType()).toEqual([true, false, false]);
    expect(two.keyboard(({ name }) => name)).toEqual({ holder: "other", by: "ada" });
    expect(one.keyboard(({ name }) => name)).toEqual({ holder: "you", by: null });
    // Who comes later does not type either.
    expect(sit(bob).mayType).toBe(false);
    people.giveKeyboard(place, two.id, "2");
    expect(mayType()).toEqual([true, false, false]);
    people.takeKeyboard(place, two.id, "2");
    expect(mayType()).toEqual([false, true, false]);
    people.giveKeyboard(place, two.id, "2");
    expect(mayType()).toEqual([true, true, false]);
    people.takeKeyboard(place, one.id, "1");
    people.leave(one);
    expect(mayType()).toEqual([false, true, false]);
    expect(told).toHaveBeenCalledTimes(5);
  });

  test("gives the keyboard to nobody who only watches, to no seat of another user, and to none that is gone", () => {
    const { people, sit } = room();
    const [one, watcher] = [sit(ada), sit(bob, true)];
    const code = (take: () => void) => {
      try {
        take();
      } catch (error) {
        return error instanceof AppError ? error.code : error;
      }
      return "taken";
    };
    expect(code(() => people.takeKeyboard(place, watcher.id, "2"))).toBe("conflict");
    expect(code(() => people.takeKeyboard(place, one.id, "2"))).toBe("not-found");
    expect(code(() => people.takeKeyboard({ ...place, kind: "graphical" }, one.id, "1"))).toBe("not-found");
    people.leave(one);
    expect(code(() => people.takeKeyboard(place, one.id, "1"))).toBe("not-found");
  });

  test("throws one out with words, and takes nothing more from them", () => {
    const { people, sit } = room();
    const [one, two] = [sit(ada), sit(bob)];
    people.takeKeyboard(place, two.id, "2");
    people.disconnect(place, two.id, { name: "ada", person: ada });
    expect(two.closed).toHaveBeenCalledExactlyOnceWith(4406, "You were disconnected by ada.");
    expect([one.mayType, two.mayType]).toEqual([true, false]);
    expect(people.at(place)).toEqual([one]);
    expect(() => people.disconnect(place, two.id, { name: "ada", person: ada })).toThrow(AppError);
  });

  test("closes for those alone who have lost their right, and gives back the keyboard that they had", () => {
    const { people, sit, lost } = room();
    const [one, two, other] = [sit(ada), sit(bob), sit(bob, true, { ...place, vmId: "b" })];
    people.takeKeyboard(place, two.id, "2");
    people.recheck();
    expect(two.closed).not.toHaveBeenCalled();
    lost.add("2");
    people.recheck();
    expect([two, other].map(({ closed }) => closed.mock.calls)).toEqual([
      [[4403, "What you may do has changed."]],
      [[4403, "What you may do has changed."]],
    ]);
    expect([one.closed.mock.calls.length, one.mayType, two.mayType]).toEqual([0, true, false]);
    expect(people.at(place)).toEqual([one]);
  });

  test("names no administrator to a member", () => {
    const { people, sit } = room();
    const seat = sit(someone("3", "nora", { role: "member", sharesVm: () => true }));
    people.disconnect(place, seat.id, { name: "ada", person: ada });
    expect(seat.closed).toHaveBeenCalledWith(
      4406,
      "You were disconnected by somebody who manages this host.",
    );
  });
});

test("members know by name themselves and who has the VM by a share, others know all", () => {
  const member = (id: string) => someone(id, `member ${id}`, { role: "member", sharesVm: () => true });
  const [nora, otis] = [member("3"), member("4")];
  expect(nameFor(nora, nora, place)).toBe("member 3");
  expect(nameFor(nora, otis, place)).toBe("member 4");
  expect(nameFor(nora, ada, place)).toBeNull();
  expect(nameFor(nora, someone("5", "eva", { sharesVm: () => true }), place)).toBe("eva");
  expect(nameFor(ada, nora, place)).toBe("member 3");
  expect(nameFor(someone("6", "vic", { role: "viewer" }), ada, place)).toBe("ada");
});

test("a reason that is too long for a close frame is cut between characters", () => {
  expect(shortReason("short")).toBe("short");
  const cut = shortReason("ä".repeat(200));
  expect(cut).toBe(`${"ä".repeat(60)}…`);
  expect(Buffer.byteLength(cut)).toBe(123);
});

test("a guest is known by their link to all who may know who is there, and knows nobody by name", () => {
  const guest = someone("link:1", "Guest (Lena)", { role: "guest", guestOf: "ada" });
  const member = someone("3", "mia", { role: "member" });
  expect([ada, member].map((reader) => nameFor(reader, guest, place))).toEqual([
    "Guest (Lena)",
    "Guest (Lena)",
  ]);
  const sharer = someone("4", "noa", { role: "member", sharesVm: () => true });
  expect([ada, sharer, guest].map((person) => nameFor(guest, person, place))).toEqual([null, null, null]);
});

test("a guest who may type takes no console from another program", () => {
  const { sit } = room();
  const guest = sit(someone("link:1", "Guest (Lena)", { role: "guest", guestOf: "ada" }));
  expect([guest.mayType, guest.mayTakeOver, sit(ada).mayTakeOver, sit(ada, true).mayTakeOver]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
