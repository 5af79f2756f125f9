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
    ["it's [mine], a & b: ü", null],
    [".hidden", null],
    ["", /has no slash/],
    ["a/b", /has no slash/],
    ["a\nb", /has no slash/],
    ["-a", /begins with no dash/],
    ["..", /has no slash/],
    ["a ", /ends with a space/],
    ["a".repeat(201), /at most 200/],
    ["ü".repeat(121), /at most 240 bytes/],
  ])("%o", (name, problem) => {
    const found = nameProblem(vm, name, all);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});
