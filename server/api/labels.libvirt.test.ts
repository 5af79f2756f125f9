import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { MovingVms, patience, stateOn, toTwo } from "./moving-vms.test-data";

let vms: MovingVms;
const keys = { admin: "", viewer: "" };

beforeAll(async () => {
  vms = await MovingVms.start();
  for (const role of ["admin", "viewer"] as const)
    keys[role] = (
      await vms.world.api.account.createKey.mutate({ name: `labels-${role}`, role, days: 1 })
    ).key;
}, 180_000);

afterEach(() => vms.clear());

afterAll(() => vms?.stop());

function rest(method: string, path: string, body?: unknown, key = keys.admin): Promise<Response> {
  return fetch(`${vms.world.origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Resolves once Passdeck's list tells that of the VM. */
async function told(vmId: string, expected: object): Promise<void> {
  await vi.waitFor(async () => {
    const answer = await rest("GET", `/hosts/one/vms/${vmId}`);
    expect(await answer.json()).toMatchObject(expected);
  }, patience);
}

const label = (vmIds: string[], change: object) =>
  vms.world.api.vm.label.mutate({ hostId: "one", vmIds, ...change });

const saved = (name: string) => vms.pair.one.virsh("dumpxml", name, "--inactive");

test("several VMs are tagged, those that run in both definitions, and each goes on as it was", async () => {
  const off = await vms.defined("idle");
  const on = await vms.started("busy");
  await told(off, { state: "off", tags: [], folder: null });
  await told(on, { state: "running" });
  const before = await saved("idle");
  const { results } = await label([off, on], { add: ["Prod", "web"], folder: "Web / Shop" });
  expect(results).toMatchObject([{ ok: true }, { ok: true }]);
  const expected = { tags: ["prod", "web"], folder: "Web/Shop" };
  await told(off, { ...expected, state: "off" });
  await told(on, { ...expected, state: "running" });
  for (const xml of [await vms.pair.one.virsh("dumpxml", "busy"), await saved("busy"), await saved("idle")]) {
    expect(xml).toContain('tags="prod web"');
    expect(xml).toContain('folder="Web/Shop"');
  }
  await label([off], { remove: ["web", "nowhere"] });
  await told(off, { tags: ["prod"], folder: "Web/Shop" });
  await label([off], { remove: ["prod"], folder: null });
  await told(off, { tags: [], folder: null });
  const bare = (xml: string) => xml.replace(/\s*<metadata\/>/, "");
  expect(bare(await saved("idle"))).toBe(before);
});

test("the history and the audit tell who it was, and our other notes stay", async () => {
  const vmId = await vms.defined("idle");
  await told(vmId, { state: "off" });
  await vms.world.api.create.setTemplate.mutate({ hostId: "one", vmId, template: true });
  await label([vmId], { add: ["prod"] });
  await told(vmId, { tags: ["prod"], template: true });
  await vms.world.api.create.setTemplate.mutate({ hostId: "one", vmId, template: false });
  await told(vmId, { tags: ["prod"], template: false });
  const { lines } = await vms.world.api.audit.list.query({});
  expect(lines.map(({ title }) => title)).toContain("Tags +prod");
});

test("what others write there counts, and what is no tag is left out", async () => {
  const vmId = await vms.defined("idle");
  await told(vmId, { state: "off" });
  const uri = ["--uri", "urn:passdeck:labels:1", "--key", "x"];
  await vms.pair.one.virsh("metadata", "idle", ...uri, "--set", '<vm tags="a,b Gpu"/>', "--config");
  await told(vmId, { tags: ["gpu"] });
});

test("programs tag VMs and find them; who may only look may not", async () => {
  const vmId = await vms.defined("idle");
  await vms.defined("other");
  await told(vmId, { state: "off" });
  const path = `/hosts/one/vms/${vmId}/labels`;
  expect((await rest("PATCH", path, { add: ["two words"] })).status).toBe(400);
  expect((await rest("PATCH", path, { add: ["prod"] }, keys.viewer)).status).toBe(403);
  expect(await saved("idle")).not.toContain("prod");
  expect((await rest("PATCH", path, { add: ["prod"], folder: "Web/Shop" })).status).toBe(204);
  await told(vmId, { tags: ["prod"], folder: "Web/Shop" });
  const found = async (query: string) => {
    const answer = await (await rest("GET", `/vms?${query}`)).json();
    return answer.items.map(({ name }: { name: string }) => name);
  };
  expect(await found("tag=prod")).toEqual(["idle"]);
  expect(await found("folder=Web")).toEqual(["idle"]);
  expect(await found("tag=prod&folder=Shop")).toEqual([]);
  const many = Array.from({ length: 20 }, (_, index) => `t${index}`);
  const refused = await rest("PATCH", path, { add: many });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain("idle would have 21 tags. 20 is the most.");
});

test("they go with a VM to another host", async () => {
  const vmId = await vms.started("rover");
  await told(vmId, { state: "running" });
  await label([vmId], { add: ["prod"], folder: "Web" });
  expect(await vms.ended(toTwo(vmId))).toMatchObject({ state: "done", problem: null });
  expect(await stateOn(vms.pair.two, "rover")).toBe("running");
  for (const flags of [[], ["--inactive"]])
    expect(await vms.pair.two.virsh("dumpxml", "rover", ...flags)).toContain('tags="prod"');
});
