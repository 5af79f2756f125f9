import { expect, test } from "vitest";
import * as z from "zod";
import { issueProblems } from "./problems";

test("a schema's objections say what is missing in our words, each once", () => {
  const schema = z.object({ cores: z.number(), name: z.string().min(2, "Too short.") });
  const { error } = schema.safeParse({ cores: Number.NaN, name: "a" });
  expect(issueProblems(error?.issues ?? [], ["vm"])).toEqual([
    { path: ["vm", "cores"], weight: "fail", message: "This field is required.", fix: null },
    { path: ["vm", "name"], weight: "fail", message: "Too short.", fix: null },
  ]);
  const twice = issueProblems([...(error?.issues ?? []), ...(error?.issues ?? [])]);
  expect(twice).toHaveLength(2);
});
