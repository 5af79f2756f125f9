import { expect, test } from "vitest";
import { nothing, toggled, withAllToggled, withRange } from "./selection";

const keys = ["a", "b", "c", "d"];

test("toggling twice gives the selection back, and never changes it in place", () => {
  const one = toggled(nothing, "a");
  expect([...one]).toEqual(["a"]);
  expect([...toggled(one, "a")]).toEqual([]);
  expect(nothing.size).toBe(0);
});

test("a range goes both ways and keeps what was selected before", () => {
  expect([...withRange(new Set(["a"]), keys, "d", "c")].sort()).toEqual(["a", "c", "d"]);
  expect([...withRange(nothing, keys, "b", "d")]).toEqual(["b", "c", "d"]);
});

test("a range whose start is no longer shown is only its end", () => {
  expect([...withRange(nothing, keys, "gone", "c")]).toEqual(["c"]);
});

test("all shown go in, and out again, without touching those that are not shown", () => {
  const hidden = new Set(["z", "a"]);
  const all = withAllToggled(hidden, keys);
  expect([...all].sort()).toEqual(["a", "b", "c", "d", "z"]);
  expect([...withAllToggled(all, keys)]).toEqual(["z"]);
});
