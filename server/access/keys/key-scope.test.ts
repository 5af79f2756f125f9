import { expect, test } from "vitest";
import { allowedFor } from "../allowed";
import { can, type Who } from "../can";
import { isAllowed } from "../is-allowed.schema";
import { keyOf, type ObjectReference } from "../object.schema";
import type { KeyScope } from "./api-key.schema";
import { isActOfKey } from "./key-scope";

const hostId = "local";
const vmId = "0D6A5E1C-0000-4000-8000-000000000000";
const vm: ObjectReference = { kind: "vm", hostId, vmId };
const scope: KeyScope = { id: "1", name: "ci", level: "admin", vms: null, acts: null };

function by(part: Partial<KeyScope>, level: Who["level"] = "admin"): Who {
  return { level, user: { id: "1", name: "ada", level: "admin" }, key: { ...scope, ...part } };
}

test.each([
  ["vm.act", true],
  ["vm.rename", true],
  ["network.see", false],
  ["session.state", true],
  ["vmx.act", false],
])("a key for vm.* and %s", (act, expected) => {
  expect(isActOfKey({ ...scope, acts: ["vm.*"] }, act)).toBe(expected);
});

test("an act that is named is that act alone", () => {
  expect(["vm.act", "vm.actAgain"].map((act) => isActOfKey({ ...scope, acts: ["vm.act"] }, act))).toEqual([
    true,
    false,
  ]);
});

test.each([
  "session.signIn",
  "session.signOut",
  "account.keys",
  "account.createKey",
  "people.watch",
  "share.set",
  "console.setWatching",
  "console.links",
  "console.createLink",
  "console.revokeLink",
  "guestGpu.set",
  "guest.link",
  "guest.openConsole",
  "group.create",
  "quota.set",
  "/ws/trpc",
])("no key may do %s, not even one that names it", (act) => {
  expect(isActOfKey({ ...scope, acts: [act] }, act)).toBe(false);
  expect(isActOfKey(scope, act)).toBe(false);
});

test("a key for a VM is about that VM, however its UUID is written, and about nothing else of a host", () => {
  const who = by({ vms: [{ hostId, vmId: vmId.toLowerCase() }] });
  expect(can(who, "vm.act", vm)).toBe(true);
  expect(can(who, "fleet.watch", { kind: "installation" })).toBe(true);
  const others: [string, ObjectReference][] = [
    ["vm.act", { kind: "vm", hostId: "far", vmId }],
    ["vm.act", { kind: "vm", hostId, vmId: vmId.replace("0", "1") }],
    ["host.see", { kind: "host", hostId }],
    ["pool.see", { kind: "pool", hostId, pool: "default" }],
  ];
  for (const [act, object] of others) expect([act, can(who, act, object)]).toEqual([act, false]);
});

test("of what is shared with its user a key has as much as its role, on the VMs that it is for", () => {
  const shared = new Map([[keyOf(vm), "owner"]] as const);
  const by = (part: Partial<KeyScope>): Who => ({
    level: "member",
    user: { id: "1", name: "ada", level: "member" },
    shared,
    key: { ...scope, ...part },
  });
  const acts = ["vm.see", "vm.act", "vm.rename"];
  const may = (part: Partial<KeyScope>) => acts.map((act) => can(by(part), act, vm));
  expect(may({})).toEqual([true, true, true]);
  expect(may({ level: "operator" })).toEqual([true, true, false]);
  expect(may({ level: "viewer" })).toEqual([true, false, false]);
  expect(may({ level: "member" })).toEqual([true, false, false]);
  expect(may({ acts: ["vm.act"] })).toEqual([false, true, false]);
  expect(may({ vms: [{ hostId: "far", vmId }] })).toEqual([false, false, false]);
  const told = allowedFor(by({ level: "operator", acts: ["vm.act"], vms: [{ hostId, vmId }] }));
  expect(told.shared).toEqual({ [keyOf(vm)]: "operator" });
  expect(acts.map((act) => isAllowed(told, act, vm))).toEqual([false, true, false]);
});

test("neither the key's role nor its user's is exceeded, on single objects neither", () => {
  expect(can(by({ level: "viewer" }), "vm.act", vm)).toBe(false);
  expect(can(by({}, "viewer"), "vm.act", vm)).toBe(false);
  expect(can(by({ level: "operator" }), "vm.act", vm)).toBe(true);
});
