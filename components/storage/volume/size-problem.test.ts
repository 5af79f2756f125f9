import { expect, test } from "vitest";
import { sizeProblem } from "./size-problem";

const gibibyte = 1024 ** 3;

test("a size is right, unreadable, or would cut something off", () => {
  expect(sizeProblem(20 * gibibyte)).toBeUndefined();
  for (const none of [Number.NaN, 0]) expect(sizeProblem(none)).toMatch(/such as 20 GiB/);
  expect(sizeProblem(10 * gibibyte, 10 * gibibyte)).toBeUndefined();
  expect(sizeProblem(9 * gibibyte, 10 * gibibyte)).toBe(
    "It has 10 GiB. A smaller capacity cuts off the end of the disk and the data there.",
  );
});
