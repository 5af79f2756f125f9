import { expect, test } from "vitest";
import { sizeProblem } from "./size-problem";

test("a size is right, unreadable, or would cut something off", () => {
  expect(sizeProblem("20")).toBeUndefined();
  expect(sizeProblem("twenty")).toMatch(/such as 20 GiB/);
  expect(sizeProblem("10 GiB", 10 * 1024 ** 3)).toBeUndefined();
  expect(sizeProblem("9 GiB", 10 * 1024 ** 3)).toBe(
    "It has 10 GiB. A smaller capacity cuts off the end of the disk and the data there.",
  );
});
