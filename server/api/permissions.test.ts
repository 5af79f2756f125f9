import { describe, expect, test } from "vitest";
import { allows, levels, permissions } from "./permissions";
import { procedureKinds } from "./procedure-kinds";
import { appRouter } from "./router";

test("every procedure stands in the permission table, and nothing else does", () => {
  expect([...procedureKinds(appRouter).keys()].sort()).toEqual(Object.keys(permissions).sort());
});

test("whatever changes something needs more than a look", () => {
  const open = ["session.signIn", "session.createFirstAdministrator", "session.signOut"];
  for (const [path, kind] of procedureKinds(appRouter)) {
    const level = permissions[path] ?? "public";
    if (kind === "mutation" && !open.includes(path))
      expect([path, allows(level, "operator")]).toEqual([path, true]);
  }
});

test("only what leads to a sign-in is public", () => {
  const open = Object.entries(permissions).filter(([, level]) => level === "public");
  expect(open.map(([path]) => path)).toEqual([
    "session.state",
    "session.signIn",
    "session.createFirstAdministrator",
  ]);
});

describe("each level may do what those before it may, and no more", () => {
  test.each(levels.flatMap((level, a) => levels.map((needed, b) => [level, needed, a >= b] as const)))(
    "%s for %s: %s",
    (level, needed, expected) => {
      expect(allows(level, needed)).toBe(expected);
    },
  );
});
