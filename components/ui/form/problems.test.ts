import { expect, test } from "vitest";
import { type Problem, problemsAt, problemsBelow } from "./problems";

const problem = (...path: Problem["path"]): Problem => ({ path, weight: "warn", message: "m", fix: null });

test("problems are found at a place and below it", () => {
  const all = [problem("cpu"), problem("cpu", "pins", 0), problem("disks", 0, "source"), problem("name")];
  expect(problemsBelow(all, ["cpu"])).toEqual(all.slice(0, 2));
  expect(problemsAt(all, ["cpu"])).toEqual(all.slice(0, 1));
  expect(problemsBelow(all, ["disks", 1])).toEqual([]);
  expect(problemsBelow(all, [])).toEqual(all);
});
