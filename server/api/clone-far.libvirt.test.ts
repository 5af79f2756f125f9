import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { expectPattern, MovingVms, patience, seenFromHere, stateOn, volumesOf } from "./moving-vms.test-data";

let vms: MovingVms;

beforeAll(async () => {
  vms = await MovingVms.start();
}, 180_000);

afterEach(() => vms.clear());

afterAll(() => vms?.stop());

/** What has "two" make a clone of a VM on "one". */
function request(vmId: string, name: string) {
  const source = { kind: "clone" as const, vmId, fromHostId: "one", name };
  return { hostId: "two", request: { source, start: false } };
}

test("a VM is cloned to another host with its disk, and stays as it is", async () => {
  const { api } = vms.world;
  const { one, two } = vms.pair;
  const path = await vms.madeDisk("images", "web.qcow2");
  const vmId = await vms.defined("web", [qcow2Disk(path)]);
  const wish = request(vmId, "web-far");
  const { plan } = await vi.waitUntil(() => api.create.plan.mutate(wish).catch(() => null), patience);
  expect(plan.refusal).toBeNull();
  expect(plan.steps[0]?.title).toBe("Copy images/web.qcow2 of one to images/web-far-vda.qcow2");
  const { jobId } = await api.create.run.mutate({ ...wish, fingerprint: plan.fingerprint });
  expect(await vms.world.jobEnded(jobId)).toMatchObject({ state: "done", problem: null });
  expect(await stateOn(one, "web")).toBe("shut off");
  expect(await volumesOf(one, "images")).toEqual(["web.qcow2"]);
  expect(await stateOn(two, "web-far")).toBe("shut off");
  await expectPattern(seenFromHere(two, "/var/lib/libvirt/images/web-far-vda.qcow2"));
  await two.virsh("start", "web-far");
});

test("one that runs is not cloned to another host, as its disk would be copied amid its writes", async () => {
  const { api } = vms.world;
  const vmId = await vms.started("busy", [qcow2Disk(await vms.madeDisk("images", "busy.qcow2"))]);
  const wish = request(vmId, "busy-far");
  const refused = () => api.create.plan.mutate(wish).then(({ plan }) => plan.refusal);
  const words = await vi.waitUntil(() => refused().catch(() => null), patience);
  expect(words).toContain("busy is running and writes to its disks");
  expect(await stateOn(vms.pair.two, "busy-far")).toBe("absent");
});
