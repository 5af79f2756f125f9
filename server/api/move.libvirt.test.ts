import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { HostPair } from "@/e2e/libvirtd/host-pair";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { expectPattern, MovingVms, seenFromHere, stateOn, toTwo, volumesOf } from "./moving-vms.test-data";

const run = promisify(execFile);
const mebibyte = 2 ** 20;

let vms: MovingVms;
let pair: HostPair;

beforeAll(async () => {
  vms = await MovingVms.start();
  ({ pair } = vms);
}, 180_000);

afterEach(() => vms.clear());

afterAll(() => vms?.stop());

test("a running VM moves to the other host, and back, and starts with its host as before", async () => {
  const vmId = await vms.started("rover");
  await pair.one.virsh("autostart", "rover");
  for (const [from, to] of [
    ["one", "two"],
    ["two", "one"],
  ] as const) {
    const job = await vms.ended({ hostId: from, vmId, targetHostId: to });
    expect(job).toMatchObject({ state: "done", problem: null });
    expect(await stateOn(pair[to], "rover")).toBe("running");
    expect(await pair[to].virsh("dominfo", "rover")).toMatch(/Persistent:\s+yes\nAutostart:\s+enable/);
    expect(await stateOn(pair[from], "rover")).toBe("absent");
  }
});

test("a paused VM is paused after its move", async () => {
  const vmId = await vms.started("sleeper");
  await pair.one.virsh("suspend", "sleeper");
  expect(await vms.ended(toTwo(vmId))).toMatchObject({ state: "done" });
  expect(await stateOn(pair.two, "sleeper")).toBe("paused");
});

test("a disk that both hosts have stays where it is", async () => {
  const path = await vms.madeDisk("shared", "both.qcow2");
  const vmId = await vms.started("sharer", [qcow2Disk(path)]);
  const { disks } = await vms.planned(toTwo(vmId));
  expect(disks).toEqual([{ target: "vda", source: path, fate: "shared", pool: null }]);
  expect(await vms.ended(toTwo(vmId))).toMatchObject({ state: "done", problem: null });
  expect(await readdir(join(pair.shared, "pool"))).toEqual(["both.qcow2"]);
  expect(await pair.two.virsh("domblklist", "sharer")).toContain(path);
});

test("a disk of the host's own goes over with its VM, thin, and is deleted where it was", async () => {
  const path = await vms.madeDisk("images", "own.qcow2");
  const vmId = await vms.started("carrier", [qcow2Disk(path)]);
  const { disks } = await vms.planned(toTwo(vmId));
  expect(disks).toEqual([{ target: "vda", source: path, fate: "copied", pool: "images" }]);
  expect(await vms.ended(toTwo(vmId))).toMatchObject({ state: "done", problem: null });
  expect(await stateOn(pair.two, "carrier")).toBe("running");
  expect(await volumesOf(pair.one, "images")).toEqual([]);
  await pair.two.virsh("destroy", "carrier");
  const copy = seenFromHere(pair.two, path);
  await expectPattern(copy);
  const info = JSON.parse((await run("qemu-img", ["info", "--output=json", copy])).stdout);
  expect(info["virtual-size"]).toBe(64 * mebibyte);
  expect(info["actual-size"]).toBeLessThan(16 * mebibyte);
});

test("what can't be had on the other host stands against it, with what to do", async () => {
  const path = await vms.madeDisk("images", "taken.qcow2");
  await pair.two.virsh("vol-create-as", "images", "taken.qcow2", "1M");
  const vmId = await vms.started("stuck", [qcow2Disk(path)]);
  const { plan } = await vms.planned(toTwo(vmId));
  expect(plan.refusal).toContain("two has another taken.qcow2 in the storage pool images.");
  const refused = vms.world.api.move.run.mutate({ ...toTwo(vmId), fingerprint: plan.fingerprint });
  await expect(refused).rejects.toThrow("another taken.qcow2");
});

test("a disk goes into the pool that was chosen, wherever that is", async () => {
  await pair.two.virsh("pool-create-as", "fast", "dir", "--target", "/var/lib/libvirt/boot");
  const vmId = await vms.started("chooser", [qcow2Disk(await vms.madeDisk("images", "chosen.qcow2"))]);
  const request = { ...toTwo(vmId), pools: [{ target: "vda", pool: "fast" }] };
  expect(await vms.ended(request)).toMatchObject({ state: "done", problem: null });
  const path = "/var/lib/libvirt/boot/chosen.qcow2";
  expect(await pair.two.virsh("domblklist", "chooser")).toContain(path);
  expect(await pair.two.virsh("domblklist", "chooser", "--inactive")).toContain(path);
  await pair.two.virsh("destroy", "chooser");
  await expectPattern(seenFromHere(pair.two, path));
  await pair.two.virsh("vol-delete", "chosen.qcow2", "--pool", "fast");
  await pair.two.virsh("pool-destroy", "fast");
});

test("a medium of the same name and size on the other host is taken for the same", async () => {
  for (const host of [pair.one, pair.two]) await host.virsh("vol-create-as", "images", "setup.iso", "1M");
  const path = "/var/lib/libvirt/images/setup.iso";
  const cdrom = {
    name: "disk",
    attributes: { type: "file", device: "cdrom" },
    children: [
      { name: "source", attributes: { file: path } },
      { name: "target", attributes: { dev: "sda", bus: "sata" } },
      { name: "readonly" },
    ],
  };
  const vmId = await vms.started("installer", [cdrom]);
  const { disks } = await vms.planned(toTwo(vmId));
  expect(disks).toEqual([{ target: "sda", source: path, fate: "medium-there", pool: null }]);
  expect(await vms.ended(toTwo(vmId))).toMatchObject({ state: "done", problem: null });
  expect(await volumesOf(pair.one, "images")).toEqual(["setup.iso"]);
});
