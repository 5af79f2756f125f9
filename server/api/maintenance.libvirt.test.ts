import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { specification } from "@/e2e/libvirtd/create-rig";
import { type FleetMessage, hostSummarySchema } from "../fleet/schema";
import { MovingVms, patience, stateOn, toTwo } from "./moving-vms.test-data";

let vms: MovingVms;
let key: string;

beforeAll(async () => {
  vms = await MovingVms.start();
  ({ key } = await vms.world.api.account.createKey.mutate({ name: "maintenance", role: "admin", days: 1 }));
}, 180_000);

afterEach(async () => {
  for (const hostId of ["one", "two"]) await vms.world.api.host.endMaintenance.mutate({ hostId });
  await vms.clear();
});

afterAll(() => vms?.stop());

const reason = "a new fan";
const words = "its host is in maintenance (a new fan)";
const begin = (hostId: string) => vms.world.api.host.beginMaintenance.mutate({ hostId, reason });

function rest(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${vms.world.origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Resolves once Passdeck's list has the VM. */
const known = (vmId: string) =>
  vi.waitUntil(async () => (await rest("GET", `/hosts/one/vms/${vmId}`)).ok, patience);

test("no VM is started there, by pages or programs, until it is ended; all else is done", async () => {
  const vmId = await vms.defined("idle");
  const running = await vms.started("busy");
  await known(vmId);
  await known(running);
  await begin("one");
  const { results } = await vms.world.api.vm.act.mutate({ hostId: "one", vmIds: [vmId], action: "start" });
  expect(results).toMatchObject([{ ok: false, message: expect.stringContaining(words) }]);
  const started = await rest("POST", `/hosts/one/vms/${vmId}/start`);
  expect(started.status).toBe(409);
  expect(await started.text()).toContain(words);
  expect(await stateOn(vms.pair.one, "idle")).toBe("shut off");

  for (const action of ["pause", "resume", "force-off"] as const) {
    const done = await vms.world.api.vm.act.mutate({ hostId: "one", vmIds: [running], action });
    expect(done.results).toMatchObject([{ ok: true }]);
  }
  await vms.world.api.host.endMaintenance.mutate({ hostId: "one" });
  const after = await vms.world.api.vm.act.mutate({ hostId: "one", vmIds: [vmId], action: "start" });
  expect(after.results).toMatchObject([{ ok: true }]);
  expect(await stateOn(vms.pair.one, "idle")).toBe("running");
});

test("a new VM is made there, and not started", async () => {
  await begin("one");
  const source = specification("made");
  source.specification.disks = [];
  const planned = (start: boolean) =>
    vms.world.api.create.plan.mutate({ hostId: "one", request: { source, start } });
  const { plan, findings } = await vi.waitUntil(() => planned(true).catch(() => null), patience);
  expect(plan.refusal).toContain("This host is in maintenance (a new fan), and starts no VM.");
  expect(findings).toContainEqual(expect.objectContaining({ code: "maintenance", weight: "fail" }));
  const refused = { hostId: "one", request: { source, start: true }, fingerprint: plan.fingerprint };
  await expect(vms.world.api.create.run.mutate(refused)).rejects.toThrow("is in maintenance");
  const off = await planned(false);
  expect(off.plan.refusal).toBeNull();
  const request = { source, start: false };
  const { fingerprint } = off.plan;
  const { jobId } = await vms.world.api.create.run.mutate({ hostId: "one", request, fingerprint });
  expect(await vms.world.jobEnded(jobId)).toMatchObject({ state: "done" });
  expect(await stateOn(vms.pair.one, "made")).toBe("shut off");
});

test("no VM is migrated onto it, and what runs there can be migrated away", async () => {
  const vmId = await vms.started("rover");
  await begin("two");
  const { plan } = await vms.planned(toTwo(vmId));
  expect(plan.refusal).toContain("two is in maintenance (a new fan), and takes no VM.");
  const run = vms.world.api.move.run.mutate({ ...toTwo(vmId), fingerprint: plan.fingerprint });
  await expect(run).rejects.toThrow("is in maintenance");
  await vms.world.api.host.endMaintenance.mutate({ hostId: "two" });
  await begin("one");
  expect(await vms.ended(toTwo(vmId))).toMatchObject({ state: "done", problem: null });
  expect(await stateOn(vms.pair.two, "rover")).toBe("running");
});

test("programs begin it and end it, everybody is told, and the audit has it", async () => {
  const heard: FleetMessage[] = [];
  const watching = vms.world.api.fleet.watch.subscribe(undefined, {
    onData: (message) => void heard.push(message),
  });
  expect((await rest("PUT", "/hosts/two/maintenance", { reason: " " })).status).toBe(400);
  expect((await rest("PUT", "/hosts/nowhere/maintenance", { reason })).status).toBe(404);
  expect((await rest("PUT", "/hosts/two/maintenance", { reason })).status).toBe(204);
  const expected = { reason, since: expect.any(Number), by: expect.stringContaining("(key maintenance)") };
  const host = hostSummarySchema.parse(await (await rest("GET", "/hosts/two")).json());
  expect(host.maintenance).toEqual(expected);
  const told = () =>
    heard.some(({ hosts }) => hosts.some(({ id, maintenance }) => id === "two" && maintenance !== null));
  await vi.waitUntil(told, patience);
  watching.unsubscribe();
  expect((await rest("DELETE", "/hosts/two/maintenance")).status).toBe(204);
  const { lines } = await vms.world.api.audit.list.query({});
  expect(lines.map(({ title }) => title)).toEqual(
    expect.arrayContaining(["Put a host into maintenance: a new fan", "End a host's maintenance"]),
  );
});
