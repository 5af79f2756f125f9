import { expect, test } from "vitest";
import type { Who } from "../../access/can";
import { EventIds } from "./event-id";

const process = "0123456789ab";
const vmId = "0d6a5e1c-0000-4000-8000-00000000abcd";
const ada: Who = { level: "admin", user: { id: vmId, name: "ada", level: "admin" } };
const scope = {
  id: vmId,
  name: "ci",
  level: "viewer",
  vms: [{ hostId: "local", vmId }],
  acts: null,
} as const;

test("an id is read by who may see the same, whatever their key is called", () => {
  const id = new EventIds(process, ada).write(7);
  expect(new EventIds(process, { ...ada }).read(id)).toBe(7);
  const ofKey = new EventIds(process, { ...ada, key: scope }).write(8);
  const another = { ...scope, id: "0d6a5e1c-0000-4000-8000-000000000002", name: "other" };
  expect(new EventIds(process, { ...ada, key: another }).read(ofKey)).toBe(8);
});

test.each<[string, Who]>([
  ["of another level", { ...ada, level: "viewer" }],
  ["another user", { ...ada, user: { id: process, name: "bob", level: "admin" } }],
  ["with something shared", { ...ada, shared: new Map([[`vm/local/${vmId}`, "viewer"]]) }],
  ["with a key", { ...ada, key: scope }],
  ["with a key that may less", { ...ada, key: { ...scope, acts: ["vm.see"] } }],
])("an id is not one of somebody %s", (_who, other) => {
  expect(new EventIds(process, other).read(new EventIds(process, ada).write(7))).toBe("other-rights");
});

test("an id of another process, or none at all, is known for what it is", () => {
  const ids = new EventIds(process, ada);
  expect(ids.read(new EventIds("ba9876543210", ada).write(7))).toBe("restarted");
  for (const id of ["", "7", "snapshot", `${ids.write(7)}x`, `${process}--7`])
    expect(ids.read(id)).toBe("unknown-id");
});
