import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { HostPair } from "@/e2e/libvirtd/host-pair";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { MovingVms, stateOn, toTwo, volumesOf } from "./moving-vms.test-data";

let vms: MovingVms;
let pair: HostPair;

beforeAll(async () => {
  vms = await MovingVms.start();
  ({ pair } = vms);
}, 180_000);

afterEach(() => vms.clear());

afterAll(() => vms?.stop());

test("one that is cancelled on its way goes on where it was, and leaves nothing there", async () => {
  const path = await vms.madeDisk("images", "slow.qcow2");
  const vmId = await vms.started("returner", [qcow2Disk(path)]);
  const jobId = await vms.begin({ ...toTwo(vmId), options: { bandwidthMiB: 1 } });
  await vms.isOnTwo("returner", "paused");
  await vms.world.api.job.cancel.mutate({ jobId });
  expect(await vms.world.jobEnded(jobId)).toMatchObject({ state: "undone" });
  expect(await stateOn(pair.one, "returner")).toBe("running");
  await vms.isOnTwo("returner", "absent");
  expect(await volumesOf(pair.two, "images")).toEqual([]);
});

test("one whose target’s libvirtd is killed on its way goes on where it was", async () => {
  const path = await vms.madeDisk("images", "orphan.qcow2");
  const vmId = await vms.started("survivor", [qcow2Disk(path)]);
  const jobId = await vms.begin({ ...toTwo(vmId), options: { bandwidthMiB: 1 } });
  await vms.isOnTwo("survivor", "paused");
  await pair.two.libvirtd.kill();
  await pair.two.libvirtd.start();
  expect(await vms.world.jobEnded(jobId)).toMatchObject({
    state: "undone",
    problem: expect.stringContaining("survivor goes on here: the connection to two ended"),
  });
  expect(await stateOn(pair.one, "survivor")).toBe("running");
  await vms.isOnTwo("survivor", "absent");
  expect(await volumesOf(pair.two, "images")).toEqual([]);
});

test("one whose target dies and stays dead ends, and its VM runs on and is free", async () => {
  const vmId = await vms.started("widow", [qcow2Disk(await vms.madeDisk("images", "left.qcow2"))]);
  const jobId = await vms.begin({ ...toTwo(vmId), options: { bandwidthMiB: 1 } });
  await vms.isOnTwo("widow", "paused");
  await pair.two.libvirtd.kill();
  const job = await vms.world.jobEnded(jobId);
  expect(job.problem).toContain("widow goes on here: the connection to two ended");
  expect(job.steps[0]?.problem).toContain(
    "two does not answer, so what was made there for widow is left there.",
  );
  expect(await stateOn(pair.one, "widow")).toBe("running");
  await vms.world.api.vm.act.mutate({ hostId: "one", vmIds: [vmId], action: "pause" });
  expect(await stateOn(pair.one, "widow")).toBe("paused");
});

test("one whose cable is cut is cancelled, and goes on where it was", async () => {
  const vmId = await vms.started("caller", [qcow2Disk(await vms.madeDisk("images", "cut.qcow2"))]);
  const jobId = await vms.begin({ ...toTwo(vmId), options: { bandwidthMiB: 1 } });
  await vms.isOnTwo("caller", "paused");
  await pair.link("down");
  await vms.world.api.job.cancel.mutate({ jobId });
  expect(await vms.world.jobEnded(jobId)).toMatchObject({ state: "undone" });
  expect(await stateOn(pair.one, "caller")).toBe("running");
  await vms.isOnTwo("caller", "absent");
});
