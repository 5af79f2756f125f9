import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { MovingVms, patience, stateOn } from "./moving-vms.test-data";

let vms: MovingVms;

beforeAll(async () => {
  vms = await MovingVms.start();
}, 180_000);

afterEach(() => vms.clear());

afterAll(() => vms?.stop());

test("a VM that runs on one host is not started on another with the same disk, and it is said why", async () => {
  const { api } = vms.world;
  const { one, two } = vms.pair;
  const path = await vms.madeDisk("shared", "one-writer.qcow2");
  const vmId = await vms.started("runner", [qcow2Disk(path)]);
  await two.define(await one.virsh("dumpxml", "runner", "--inactive"));
  const asked = { hostId: "two", vmIds: [vmId], action: "start" as const };
  const answer = await vi.waitUntil(() => api.vm.act.mutate(asked).catch(() => null), patience);
  expect(JSON.stringify(answer)).toContain(
    `The disk image ${path} is in use by another VM or program. Shut down the other VM that uses this disk, be it on this host or on another`,
  );
  expect(await stateOn(two, "runner")).toBe("shut off");
  expect(await stateOn(one, "runner")).toBe("running");
});
