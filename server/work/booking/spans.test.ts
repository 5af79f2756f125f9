import fc from "fast-check";
import { expect, test } from "vitest";
import { hasRoom, hourMs, mostAtOnce, type Span, turnsOf } from "./spans";

/** So many moments there are in these tests, so that a model can look at each of them. */
const moments = 24;
const at = (hour: number) => hour * hourMs;
const span = fc
  .tuple(fc.nat(moments - 1), fc.integer({ min: 1, max: 8 }))
  .map(([from, hours]): Span => ({ from: at(from), to: at(from + hours) }));

/** How many there are in each hour, one after the other. */
function countEach(spans: readonly Span[], { from, to }: Span): number {
  let most = 0;
  for (let moment = from; moment < to; moment += hourMs) {
    let count = 0;
    for (const one of spans) if (one.from <= moment && moment < one.to) count += 1;
    most = Math.max(most, count);
  }
  return most;
}

test("there are at once as many as somebody counts who looks at each moment", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), span, (spans, within) => {
      expect(mostAtOnce(spans, within)).toBe(countEach(spans, within));
    }),
  );
});

test("who is let in only where there is room is never one too many, and nobody is refused for whom there was", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), fc.integer({ min: 0, max: 4 }), (wishes, places) => {
      const booked: Span[] = [];
      for (const wish of wishes) {
        const isFree = countEach(booked, wish) < places;
        expect(hasRoom(wish, booked, places)).toBe(isFree);
        if (isFree) booked.push(wish);
      }
      expect(countEach(booked, { from: 0, to: at(moments + 8) })).toBeLessThanOrEqual(places);
    }),
  );
});

test("what begins when another ends is beside nobody", () => {
  const [morning, noon] = [
    { from: at(1), to: at(2) },
    { from: at(2), to: at(3) },
  ];
  expect(hasRoom(noon, [morning], 1)).toBe(true);
  expect(hasRoom({ from: at(1), to: at(3) }, [morning, noon], 2)).toBe(true);
});

/** The first hour at which there is room for one, not before `earliest`. */
function firstHour(hours: number, taken: readonly Span[], places: number, earliest: number): number {
  for (let from = earliest; ; from += hourMs)
    if (countEach(taken, { from, to: from + at(hours) }) < places) return from;
}

test("turns come in the order of the queue, each as soon as there is room", () => {
  const hours = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });
  fc.assert(
    fc.property(
      hours,
      fc.array(span, { maxLength: 10 }),
      fc.integer({ min: 1, max: 3 }),
      (queue, all, places) => {
        const spans = all.filter(
          (_, place) => countEach(all.slice(0, place + 1), { from: 0, to: at(40) }) <= places,
        );
        const turns = turnsOf(
          queue.map((one) => ({ hours: one })),
          spans,
          places,
          at(4),
        );
        const taken = [...spans];
        let earliest = at(4);
        for (const [place, turn] of turns.entries()) {
          earliest = firstHour(queue[place] ?? 0, taken, places, earliest);
          expect(turn?.from).toBe(earliest);
          if (turn !== null) taken.push(turn);
        }
      },
    ),
  );
});

test("there is no turn without a card", () => expect(turnsOf([{ hours: 1 }], [], 0, 0)).toEqual([null]));
