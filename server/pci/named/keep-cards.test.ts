import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eightGpus } from "../layouts/eight-gpus.test-data";
import { contextOf, reportOf } from "../layouts/layout-report.test-data";
import type { JudgedDevice } from "../schema";
import { judgeHost } from "../verdict/judge";
import { type Booked, chooseCards } from "./choose-cards";
import type { NamedDevice } from "./named-device.schema";

const { devices } = judgeHost(reportOf(eightGpus), contextOf(eightGpus));
const gpus = devices.filter(
  ({ class: code, verdict }) => code.startsWith("03") && verdict.status === "bindable",
);
const gpu = (place: number) => gpus[place] as JudgedDevice;
const named = (name: string, ...cards: JudgedDevice[]): NamedDevice => ({
  name,
  note: "",
  members: cards.map(({ address, vendorId, deviceId, subsystem, serialNumber, product }) => ({
    address,
    vendorId,
    deviceId,
    subsystem,
    serialNumber,
    label: product,
  })),
});
const nobody = new Set<number>();

function choose(wishes: string[], names: NamedDevice[], booked: Booked, held: readonly JudgedDevice[] = []) {
  const heldBy = new Map(held.map(({ address }) => [address, "a VM"]));
  const choice = chooseCards(wishes, names, { devices, heldBy, booked });
  return "problem" in choice ? choice : choice.cards.map(({ functions }) => functions[0]?.address);
}

describe("cards that are kept for bookings", () => {
  const any = named("any", gpu(0), gpu(1));

  test("a start without a booking takes what is left, and is refused where nothing is", () => {
    expect(choose(["any"], [any], { wishes: nobody, others: ["any"] })).toEqual([gpu(0).address]);
    const refused = choose(["any"], [any], { wishes: nobody, others: ["any", "any"] });
    expect(refused).toMatchObject({ isBooked: true, problem: expect.stringContaining("is booked") });
  });

  test("who has a booking gets one, although others have as well", () => {
    const booked = { wishes: new Set([0]), others: ["any", "any"] };
    expect(choose(["any"], [any], booked, [gpu(0)])).toEqual([gpu(1).address]);
    expect(choose(["any"], [any], booked, [gpu(0), gpu(1)])).toMatchObject({ isBooked: false });
  });

  test("a name that shares a card with one that is booked leaves it that card", () => {
    const one = named("one", gpu(0));
    expect(choose(["one"], [any, one], { wishes: nobody, others: ["any"] })).toEqual([gpu(0).address]);
    expect(choose(["one"], [any, one], { wishes: nobody, others: ["any", "any"] })).toMatchObject({
      isBooked: true,
    });
    expect(choose(["any"], [any, one], { wishes: nobody, others: ["one"] })).toEqual([gpu(1).address]);
  });

  test("whoever starts, as many bookings can still be served as before", () => {
    const few = gpus.slice(0, 4);
    const sets = fc.array(fc.uniqueArray(fc.constantFrom(...few), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        sets,
        fc.array(fc.nat(3), { maxLength: 4 }),
        fc.nat(3),
        fc.subarray(few),
        (cards, others, wish, held) => {
          const names = cards.map((set, place) => named(`${place % cards.length}`, ...set));
          const nameAt = (place: number) => `${place % cards.length}`;
          const free = (place: number) =>
            (cards[place % cards.length] ?? []).filter((card) => !held.includes(card));
          const before = mostServed(others.map(free));
          const chosen = choose([nameAt(wish)], names, { wishes: nobody, others: others.map(nameAt) }, held);
          const isLeft = (card: JudgedDevice) =>
            mostServed(others.map((place) => free(place).filter((one) => one !== card))) === before;
          const possible = free(wish)
            .filter(isLeft)
            .map(({ address }) => address);
          if (Array.isArray(chosen)) expect(possible).toContain(chosen[0]);
          else expect(possible).toEqual([]);
        },
      ),
    );
  });
});

/** How many of the sets can have a member of their own, by trying all. */
function mostServed([first, ...others]: readonly JudgedDevice[][]): number {
  if (first === undefined) return 0;
  const served = first.map((card) => 1 + mostServed(others.map((set) => set.filter((one) => one !== card))));
  return Math.max(mostServed(others), ...served);
}
