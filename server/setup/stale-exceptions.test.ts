import { expect, test } from "vitest";
import { staleExceptions } from "./stale-exceptions.mjs";

const module = (source: string, ...imports: string[]) => ({
  source,
  dependencies: imports.map((resolved) => ({ resolved, dependencyTypes: ["type-only"] })),
});
const tests = "\\.test\\.ts$";
const exception = (from: string, to: string) => ({ from, to, reason: "because" });

test("an exception is needed while a file of the one side imports one of the other, if only its types", () => {
  const modules = [module("server/a/one.ts", "server/b/deep/two.ts")];
  const exceptions = [
    exception("server/a/", "server/b/"),
    exception("server/a/one.ts", "server/b/deep/two.ts"),
  ];
  expect(staleExceptions(modules, { exceptions, tests })).toEqual([]);
});

test("it is stale once none does, or a test alone", () => {
  const modules = [
    module("server/a/one.ts", "server/c/two.ts"),
    module("server/a/one.test.ts", "server/b/two.ts"),
    module("server/ab/one.ts", "server/b/two.ts"),
  ];
  const stale = exception("server/a/", "server/b/");
  expect(
    staleExceptions(modules, { exceptions: [stale, exception("server/a/one.ts", "server/c/")], tests }),
  ).toEqual([stale]);
});
