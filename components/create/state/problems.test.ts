import { describe, expect, test } from "vitest";
import * as z from "zod";
import { issueProblems, type Problem, problemsAt, problemsBelow } from "./problems";

const problem = (...path: Problem["path"]): Problem => ({ path, weight: "warn", message: "m", fix: null });

describe("problems", () => {
  test("are found at a place and below it", () => {
    const all = [problem("cpu"), problem("cpu", "pins", 0), problem("disks", 0, "source"), problem("name")];
    expect(problemsBelow(all, ["cpu"])).toEqual(all.slice(0, 2));
    expect(problemsAt(all, ["cpu"])).toEqual(all.slice(0, 1));
    expect(problemsBelow(all, ["disks", 1])).toEqual([]);
    expect(problemsBelow(all, [])).toEqual(all);
  });

  test("of a schema say what is missing in our words, each once", () => {
    const schema = z.object({ cores: z.number(), name: z.string().min(2, "Too short.") });
    const { error } = schema.safeParse({ cores: Number.NaN, name: "a" });
    expect(issueProblems(error?.issues ?? [], ["vm"])).toEqual([
      { path: ["vm", "cores"], weight: "fail", message: "This field is required.", fix: null },
      { path: ["vm", "name"], weight: "fail", message: "Too short.", fix: null },
    ]);
    const twice = issueProblems([...(error?.issues ?? []), ...(error?.issues ?? [])]);
    expect(twice).toHaveLength(2);
  });
});
