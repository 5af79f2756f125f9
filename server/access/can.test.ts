import { describe, expect, test } from "vitest";
import { authorise, can, type Who } from "./can";
import { keyOf, type ObjectReference } from "./object.schema";
import { leastLevel } from "./rights";
import { levels, roles } from "./role";

const vm: ObjectReference = { kind: "vm", hostId: "local", vmId: "0D6A5E1C-0000-4000-8000-000000000000" };
const other: ObjectReference = { ...vm, vmId: "1d6a5e1c-0000-4000-8000-000000000000" };
const user = { id: "1", name: "ada", level: "viewer" as const };
const nobody: Who = { level: "public", user: null };

describe("each level may do what those before it may, and no more", () => {
  const acts = { viewer: "vm.xml", operator: "vm.act", admin: "vm.rename" };
  test.each(levels.flatMap((level, a) => roles.map((least, b) => [level, least, a > b] as const)))(
    "%s for %s: %s",
    (level, least, expected) => {
      expect(leastLevel("vm", acts[least])).toBe(least);
      expect(can({ level, user }, acts[least], vm)).toBe(expected);
    },
  );
});

test.each(["vm.no", "constructor", "network.delete", ""])(
  "nobody may do what is no act on a VM: %j",
  (act) => {
    expect(can({ level: "admin", user }, act, vm)).toBe(false);
  },
);

test("a level on a single object holds there, and nowhere else, however its UUID is written", () => {
  const who: Who = { level: "viewer", user, levelsOnObjects: new Map([[keyOf(vm), "operator"]]) };
  expect(can(who, "vm.act", { ...vm, vmId: vm.vmId.toLowerCase() })).toBe(true);
  expect(can(who, "vm.act", other)).toBe(false);
  expect(() => authorise(who, "vm.act", vm, other)).toThrow("Your role does not allow this.");
});

test("who is not signed in is told to; what is about nothing is refused", () => {
  expect(() => authorise(nobody, "vm.xml", vm)).toThrow("Sign in first.");
  expect(() => authorise({ level: "admin", user }, "vm.act")).toThrow("Your role does not allow this.");
});

test("keys of different objects differ, whatever their names hold", () => {
  const references: ObjectReference[] = [
    { kind: "pool", hostId: "a/b", pool: "c" },
    { kind: "pool", hostId: "a", pool: "b/c" },
    { kind: "volume", hostId: "a", pool: "b", volume: "c" },
    { kind: "volume", hostId: "a", pool: "B", volume: "c" },
  ];
  expect(new Set(references.map(keyOf)).size).toBe(references.length);
});
