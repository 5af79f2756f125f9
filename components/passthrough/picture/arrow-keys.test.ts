import { describe, expect, it } from "vitest";
import { isArrowKey, nextPlace } from "./arrow-keys";

/** A 3 × 2 board, the last place missing. */
const board = ["a", "b", "c", "d", "e"].map((name, index) => {
  const [left, top] = [(index % 3) * 100, Math.floor(index / 3) * 50];
  return { name, place: { left, top, right: left + 80, bottom: top + 40 } };
});

describe("nextPlace", () => {
  it.each([
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

it("knows arrows from other keys", () => {
  expect(["ArrowUp", "Enter", "toString"].map(isArrowKey)).toEqual([true, false, false]);
});
