import { expect, test } from "vitest";
import { moved } from "./reorder";

test.each([
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 1, "abc"],
  [0, -1, "abc"],
  [2, 3, "abc"],
])("from %i to %i", (from, to, expected) => {
  expect(moved([..."abc"], from, to).join("")).toBe(expected);
});
