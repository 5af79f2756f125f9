import { expect, test } from "vitest";
import { sizeProblem } from "./size-problem";

test("a size is right, unreadable, or would cut something off", () => {
  expect(sizeProblem("20")).toBeUndefined();
  expect(sizeProblem("twenty")).toMatch(/is written as/);
  expect(sizeProblem("10 GiB", 10 * 1024 ** 3)).toBeUndefined();
  expect(sizeProblem("9 GiB", 10 * 1024 ** 3)).toBe(
    "It has 10 GiB. Less would cut off the end of the disk, and what is there.",
  );
});
