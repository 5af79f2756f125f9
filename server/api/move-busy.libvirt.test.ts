import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { busyGuest, roundsOf } from "@/e2e/guest/busy-guest";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import type { Guest } from "@/e2e/guest/guest";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { MovingVms, patience, stateOn, toTwo } from "./moving-vms.test-data";

let vms: MovingVms;
let guest: Guest;

beforeAll(async () => {
  vms = await MovingVms.start();
  guest = await busyGuest(vms.pair.shared);
  for (const host of ["one", "two"] as const)
    for (const path of [guest.kernel, guest.initrd]) await vms.lay(host, path);
}, 180_000);

afterEach(() => vms.clear());

afterAll(() => vms?.stop());

/** A guest on the first host that writes all the while; what it prints is in a file that both hosts have. */
async function busyVm(name: string, pool: "shared" | "images") {
  const { one, shared } = vms.pair;
  const printed = join(shared, `${name}.serial`);
  const serial = {
    name: "serial",
    attributes: { type: "file" },
    children: [{ name: "source", attributes: { path: printed, append: "on" } }],
  };
  const uuid = randomUUID();
  const disk = qcow2Disk(await vms.madeDisk(pool, `${name}.qcow2`));
  const machine = { name, uuid, serial: false, network: false, devices: [serial, disk] };
  await one.define(guestDomainXml(guest, machine));
  await one.virsh("start", name);
  const read = () => readFile(printed, "utf8").catch(() => "");
  /** Waits until it has told so many more rounds, all of them right. */
  const worksOn = async (rounds: number) => {
    const before = roundsOf(await read());
    await vi.waitUntil(async () => roundsOf(await read()) >= before + rounds, patience);
    expect(await read()).not.toContain("WRONG");
  };
  await worksOn(2);
  return { uuid, worksOn };
}

test("a guest that writes memory and disk all the while finds both right after its move, and after the one back", async () => {
  const { uuid, worksOn } = await busyVm("busy", "images");
  for (const [from, to] of [
    ["one", "two"],
    ["two", "one"],
  ] as const) {
    const job = await vms.ended({ hostId: from, vmId: uuid, targetHostId: to });
    expect(job).toMatchObject({ state: "done", problem: null });
    expect(await stateOn(vms.pair[to], "busy")).toBe("running");
    await worksOn(2);
  }
});

test("one that writes faster than may be sent goes over by post-copy, and finds all right", async () => {
  const { uuid, worksOn } = await busyVm("hurried", "shared");
  const options = { bandwidthMiB: 2, autoConverge: false, postCopy: true };
  const jobId = await vms.begin({ ...toTwo(uuid), options });
  const { steer } = vms.world.api.move;
  const vm = { hostId: "one", vmId: uuid };
  await vms.isOnTwo("hurried", "paused");
  await vi.waitUntil(
    () =>
      steer.mutate({ ...vm, steering: { kind: "post-copy" } }).then(
        () => true,
        () => false,
      ),
    patience,
  );
  expect(await vms.world.jobEnded(jobId)).toMatchObject({ state: "done", problem: null });
  expect(await stateOn(vms.pair.one, "hurried")).toBe("absent");
  expect(await stateOn(vms.pair.two, "hurried")).toBe("running");
  await worksOn(2);
});
