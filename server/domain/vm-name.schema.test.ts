import { describe, expect, test } from "vitest";
import { nameProblem } from "./vm-name.schema";

describe("a new name", () => {
  const vm = { hostId: "local", id: "1", name: "web" };
  const all = [vm, { hostId: "local", id: "2", name: "mail" }, { hostId: "far", id: "3", name: "shop" }];

  test.each([
    ["shop", null],
    ["web", null],
    ["Web 2", null],
    ["mail", /called “mail” already/],
    ["", /begins with a letter/],
    ["a/b", /begins with a letter/],
    ["a ", /begins with a letter/],
    ["a".repeat(65), /at most 64/],
  ])("%o", (name, problem) => {
    const found = nameProblem(vm, name, all);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});
