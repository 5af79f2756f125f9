import { describe, expect, test } from "vitest";
import { isArrowKey, nextPlace } from "./arrow-keys";

/** A 3 × 2 board, the last place missing. */
const board = ["a", "b", "c", "d", "e"].map((name, index) => {
  const [left, top] = [(index % 3) * 100, Math.floor(index / 3) * 50];
  return { name, place: { left, top, right: left + 80, bottom: top + 40 } };
});

describe("nextPlace", () => {
  test.each([
    ["a", "ArrowRight", "b"],
    ["a", "ArrowDown", "d"],
    ["e", "ArrowUp", "b"],
    ["c", "ArrowDown", "e"],
    ["b", "ArrowLeft", "a"],
    ["a", "ArrowLeft", undefined],
    ["d", "ArrowDown", undefined],
  ] as const)("from %s, %s leads to %s", (from, key, to) => {
    const start = board.find(({ name }) => name === from);
    if (start === undefined) throw new Error(`no place ${from}`);
    expect(nextPlace(start.place, board, key)?.name).toBe(to);
  });
});

test("takes what is right below for nearer than what is beside it", () => {
  const wide = { left: 0, top: 0, right: 300, bottom: 60 };
  const small = { name: "below", place: { left: 0, top: 70, right: 80, bottom: 90 } };
  const beside = { name: "beside", place: { left: 320, top: 40, right: 620, bottom: 100 } };
  expect(nextPlace(wide, [beside, small], "ArrowDown")?.name).toBe("below");
});

test("knows arrows from other keys", () => {
  expect(["ArrowUp", "Enter", "toString"].map(isArrowKey)).toEqual([true, false, false]);
});
