import { describe, expect, test } from "vitest";
import { authorise, can, type Who } from "./can";
import { installation, keyOf, type ObjectReference } from "./object.schema";
import { leastLevel } from "./rights";
import { levels, roles } from "./role";

const vm = {
  kind: "vm",
  hostId: "local",
  vmId: "0D6A5E1C-0000-4000-8000-000000000000",
} as const satisfies ObjectReference;
const other: ObjectReference = { ...vm, vmId: "1d6a5e1c-0000-4000-8000-000000000000" };
const user = { id: "1", name: "ada", level: "viewer" as const };
const nobody: Who = { level: "public", user: null };

describe("each level may do what those before it may, and no more", () => {
  const acts = { member: "account.sessions", viewer: "vm.xml", operator: "vm.act", admin: "vm.rename" };
  test.each(levels.flatMap((level, a) => roles.map((least, b) => [level, least, a > b] as const)))(
    "%s for %s: %s",
    (level, least, expected) => {
      const object = least === "member" ? installation : vm;
      expect(leastLevel(object.kind, acts[least])).toBe(least);
      expect(can({ level, user }, acts[least], object)).toBe(expected);
    },
  );
});

test.each(["vm.no", "constructor", "network.delete", ""])(
  "nobody may do what is no act on a VM: %j",
  (act) => {
    expect(can({ level: "admin", user }, act, vm)).toBe(false);
  },
);

describe("a VM that is shared", () => {
  const member: Who = { level: "member", user, shared: new Map([[keyOf(vm), "operator"]]) };

  test("allows what its share says, there and nowhere else, however its UUID is written", () => {
    expect(can(member, "vm.act", { ...vm, vmId: vm.vmId.toLowerCase() })).toBe(true);
    expect(can(member, "vm.rename", vm)).toBe(false);
    expect(can(member, "vm.see", other)).toBe(false);
    expect(can(member, "vm.act", { kind: "device", hostId: "local", address: "0000:01:00.0" })).toBe(false);
  });

  test("takes nothing of what a role allows", () => {
    const shared = new Map([[keyOf(vm), "viewer"]] as const);
    expect(can({ level: "operator", user, shared }, "vm.act", vm)).toBe(true);
    expect(can({ level: "viewer", user, shared: new Map([[keyOf(vm), "owner"]]) }, "vm.rename", vm)).toBe(
      true,
    );
  });

  test("never allows what has it reach more of its host, nor acts that nobody knows", () => {
    const owner: Who = { ...member, shared: new Map([[keyOf(vm), "owner"]]) };
    for (const act of [
      "definition.save",
      "hardware.run",
      "passthrough.runAttach",
      "create.run",
      "toString",
      "",
    ])
      expect(can(owner, act, vm)).toBe(false);
  });

  test("is told apart from others, which do not exist for who may not see them", () => {
    expect(() => authorise(member, "vm.rename", vm)).toThrow("Your role does not allow this.");
    for (const act of ["vm.see", "vm.rename", "vm.no"])
      expect(() => authorise(member, act, vm, other)).toThrow("This VM is not on its host any more.");
    expect(() => authorise(member, "host.see", { kind: "host", hostId: "x" })).toThrow(
      "There is no host called “x”.",
    );
    expect(() => authorise(member, "prepare.run", { kind: "boot", hostId: "x" })).toThrow("no host");
    expect(() => authorise(member, "pool.see", { kind: "pool", hostId: "x", pool: "y" })).toThrow(
      "There is no such storage pool.",
    );
    expect(() => authorise(member, "people.watch", installation)).toThrow("Your role does not allow this.");
  });
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
