import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsInSight, scrollNeeded, stackRows } from "./row-stack";

const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

describe("a stack of rows", () => {
  const stack = stackRows(keys(4), new Map([["k1", 100]]), 40);

  test("takes known heights, and the estimate for the others", () => {
    expect([0, 1, 2, 3, 4].map(stack.offset)).toEqual([0, 40, 140, 180, 220]);
  });

  test.each([
    [-5, 0],
    [0, 0],
    [39.9, 0],
    [40, 1],
    [139, 1],
    [140, 2],
    [999, 3],
  ])("at %d px stands row %d", (position, row) => {
    expect(stack.rowAt(position)).toBe(row);
  });

  test("the row found at any place spans that place", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), fc.nat(), (heights, seed) => {
        const names = keys(heights.length);
        const random = stackRows(names, new Map(names.map((key, index) => [key, heights[index] ?? 1])), 40);
        const position = seed % random.offset(random.count);
        const row = random.rowAt(position);
        expect(random.offset(row)).toBeLessThanOrEqual(position);
        expect(random.offset(row + 1)).toBeGreaterThan(position);
      }),
    );
  });
});

describe("the rows in sight", () => {
  const stack = stackRows(keys(1000), new Map(), 40);

  test("are those of the window with some to spare, never all", () => {
    const rows = rowsInSight(stack, { from: 4000, height: 900, spare: 6 }, -1);
    expect([rows[0], rows.at(-1)]).toEqual([94, 128]);
  });

  test("stop at both ends", () => {
    expect(rowsInSight(stack, { from: -500, height: 530, spare: 6 }, -1)[0]).toBe(0);
    expect(rowsInSight(stack, { from: 39_990, height: 20010, spare: 6 }, -1).at(-1)).toBe(999);
    expect(rowsInSight(stackRows([], new Map(), 40), { from: 0, height: 900, spare: 6 }, -1)).toEqual([]);
  });

  test("are the end of a list that became shorter than the window was scrolled", () => {
    const short = stackRows(keys(10), new Map(), 40);
    expect(rowsInSight(short, { from: 20_000, height: 200, spare: 0 }, -1)).toEqual([5, 6, 7, 8, 9]);
    expect(rowsInSight(short, { from: 20_000, height: 900, spare: 0 }, -1)).toHaveLength(10);
  });

  test("keep the row that holds the focus, wherever it is, once", () => {
    expect(rowsInSight(stack, { from: 4000, height: 100, spare: 0 }, 3)).toEqual([3, 100, 101, 102]);
    expect(rowsInSight(stack, { from: 4000, height: 100, spare: 0 }, 700)).toEqual([100, 101, 102, 700]);
    expect(rowsInSight(stack, { from: 4000, height: 100, spare: 0 }, 101)).toEqual([100, 101, 102]);
    expect(rowsInSight(stack, { from: 4000, height: 100, spare: 0 }, 5000)).toEqual([100, 101, 102]);
  });
});

test.each([
  [{ top: 100, bottom: 140 }, 0],
  [{ top: 20, bottom: 60 }, -30],
  [{ top: 480, bottom: 520 }, 20],
  [{ top: 90, bottom: 900 }, 40],
])("to show %o the page scrolls by %d", (row, by) => {
  expect(scrollNeeded(row, 50, 500)).toBe(by);
});
