import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { HostPair } from "@/e2e/libvirtd/host-pair";
import type { OwnHost } from "@/e2e/libvirtd/own-host";
import type { ElementPlan } from "@/server/xml/build-xml";
import { type ApiWorld, startApiOf } from "../http/api-client.test-data";
import { noDownloads } from "../http/test-server.test-data";

const run = promisify(execFile);
const patience = { timeout: 60_000, interval: 20 };
const mebibyte = 2 ** 20;

let pair: HostPair;
let world: ApiWorld;

beforeAll(async () => {
  pair = await HostPair.start();
  await mkdir(join(pair.shared, "pool"));
  for (const host of [pair.one, pair.two]) {
    await host.virsh("pool-create-as", "shared", "dir", "--target", join(pair.shared, "pool"));
    await host.virsh("pool-create-as", "images", "dir", "--target", "/var/lib/libvirt/images");
  }
  world = await startApiOf(async () => ({
    hosts: [pair.one.host(), pair.two.host()],
    downloads: noDownloads,
    close: async () => undefined,
  }));
}, 180_000);

afterEach(async () => {
  await pair.link("up");
  for (const host of [pair.one, pair.two]) {
    for (const name of (await host.virsh("list", "--all", "--name")).split("\n").filter(Boolean)) {
      await host.virsh("destroy", name).catch(() => undefined);
      await host.virsh("undefine", name).catch(() => undefined);
    }
    for (const pool of ["shared", "images"])
      for (const name of await volumesOf(host, pool))
        await host.virsh("vol-delete", name, "--pool", pool).catch(() => undefined);
  }
});

afterAll(async () => {
  await world?.stop();
  await pair?.stop();
});

async function volumesOf(host: OwnHost, pool: string): Promise<string[]> {
  const lines = (await host.virsh("vol-list", pool)).split("\n");
  return lines.flatMap((line) => line.trim().split(/\s+/)[0] || []);
}

function disk(path: string): ElementPlan {
  return {
    name: "disk",
    attributes: { type: "file", device: "disk" },
    children: [
      { name: "driver", attributes: { name: "qemu", type: "qcow2", cache: "none" } },
      { name: "source", attributes: { file: path } },
      { name: "target", attributes: { dev: "vda", bus: "virtio" } },
    ],
  };
}

/** Defines a VM on the first host, and starts it. */
async function started(name: string, devices: readonly ElementPlan[] = []): Promise<string> {
  const vmId = randomUUID();
  await pair.one.define(bareDomainXml(name, devices).replace("<memory", `<uuid>${vmId}</uuid><memory`));
  await pair.one.virsh("start", name);
  return vmId;
}

/** A disk on the first host with something in it. */
async function madeDisk(pool: "shared" | "images", name: string): Promise<string> {
  await pair.one.virsh("vol-create-as", pool, name, "64M", "--format", "qcow2");
  const path = await pair.one.virsh("vol-path", name, "--pool", pool);
  await run("qemu-io", ["-f", "qcow2", "-c", "write -P 0x5a 0 8M", seenFromHere(pair.one, path)]);
  return path;
}

/** Where a path of a host stands on this machine. */
function seenFromHere({ libvirtd }: OwnHost, path: string): string {
  return path.replace(/^\/var\/lib\/libvirt/, join(libvirtd.folder, "lib"));
}

type Move = Parameters<ApiWorld["api"]["move"]["plan"]["mutate"]>[0];

/** The plan, once Passdeck knows of the VM. */
function planned(request: Move) {
  return vi.waitUntil(async () => {
    const plan = await world.api.move.plan.mutate(request).catch(() => null);
    return plan?.live ? plan : null;
  }, patience);
}

async function begin(request: Move): Promise<string> {
  const { plan } = await planned(request);
  expect(plan.refusal).toBeNull();
  return (await world.api.move.run.mutate({ ...request, fingerprint: plan.fingerprint })).jobId;
}

const ended = async (request: Move) => world.jobEnded(await begin(request));
const toTwo = (vmId: string) => ({ hostId: "one", vmId, targetHostId: "two" });
const stateOn = (host: OwnHost, name: string) => host.virsh("domstate", name).catch(() => "absent");

test("a running VM moves to the other host, and back, and starts with its host as before", async () => {
  const vmId = await started("rover");
  await pair.one.virsh("autostart", "rover");
  for (const [from, to] of [
    ["one", "two"],
    ["two", "one"],
  ] as const) {
    const job = await ended({ hostId: from, vmId, targetHostId: to });
    expect(job).toMatchObject({ state: "done", problem: null });
    expect(await stateOn(pair[to], "rover")).toBe("running");
    expect(await pair[to].virsh("dominfo", "rover")).toMatch(/Persistent:\s+yes\nAutostart:\s+enable/);
    expect(await stateOn(pair[from], "rover")).toBe("absent");
  }
});

test("a paused VM is paused after its move", async () => {
  const vmId = await started("sleeper");
  await pair.one.virsh("suspend", "sleeper");
  expect(await ended(toTwo(vmId))).toMatchObject({ state: "done" });
  expect(await stateOn(pair.two, "sleeper")).toBe("paused");
});

test("a disk that both hosts have stays where it is", async () => {
  const path = await madeDisk("shared", "both.qcow2");
  const vmId = await started("sharer", [disk(path)]);
  const { disks } = await planned(toTwo(vmId));
  expect(disks).toEqual([{ target: "vda", source: path, fate: "shared", pool: null }]);
  expect(await ended(toTwo(vmId))).toMatchObject({ state: "done", problem: null });
  expect(await readdir(join(pair.shared, "pool"))).toEqual(["both.qcow2"]);
  expect(await pair.two.virsh("domblklist", "sharer")).toContain(path);
});

test("a disk of the host's own goes over with its VM, thin, and is deleted where it was", async () => {
  const path = await madeDisk("images", "own.qcow2");
  const vmId = await started("carrier", [disk(path)]);
  const { disks } = await planned(toTwo(vmId));
  expect(disks).toEqual([{ target: "vda", source: path, fate: "copied", pool: "images" }]);
  expect(await ended(toTwo(vmId))).toMatchObject({ state: "done", problem: null });
  expect(await stateOn(pair.two, "carrier")).toBe("running");
  expect(await volumesOf(pair.one, "images")).toEqual([]);
  await pair.two.virsh("destroy", "carrier");
  const copy = seenFromHere(pair.two, path);
  const { stdout } = await run("qemu-io", ["-f", "qcow2", "-c", "read -P 0x5a 0 8M", copy]);
  expect(stdout).not.toContain("Pattern verification failed");
  const info = JSON.parse((await run("qemu-img", ["info", "--output=json", copy])).stdout);
  expect(info["virtual-size"]).toBe(64 * mebibyte);
  expect(info["actual-size"]).toBeLessThan(16 * mebibyte);
});

test("what can't be had on the other host stands against it, with what to do", async () => {
  const path = await madeDisk("images", "taken.qcow2");
  await pair.two.virsh("vol-create-as", "images", "taken.qcow2", "1M");
  const vmId = await started("stuck", [disk(path)]);
  const { plan } = await planned(toTwo(vmId));
  expect(plan.refusal).toContain("two has another taken.qcow2 in the storage pool images.");
  const refused = world.api.move.run.mutate({ ...toTwo(vmId), fingerprint: plan.fingerprint });
  await expect(refused).rejects.toThrow("another taken.qcow2");
});

test("one that is cancelled on its way goes on where it was, and leaves nothing there", async () => {
  const path = await madeDisk("images", "slow.qcow2");
  const vmId = await started("returner", [disk(path)]);
  const jobId = await begin({ ...toTwo(vmId), options: { bandwidthMiB: 1 } });
  await vi.waitUntil(async () => (await stateOn(pair.two, "returner")) === "paused", patience);
  await world.api.job.cancel.mutate({ jobId });
  expect(await world.jobEnded(jobId)).toMatchObject({ state: "undone" });
  expect(await stateOn(pair.one, "returner")).toBe("running");
  await vi.waitUntil(async () => (await stateOn(pair.two, "returner")) === "absent", patience);
  expect(await volumesOf(pair.two, "images")).toEqual([]);
});

test("one whose target’s libvirtd is killed on its way goes on where it was", async () => {
  const path = await madeDisk("images", "orphan.qcow2");
  const vmId = await started("survivor", [disk(path)]);
  const jobId = await begin({ ...toTwo(vmId), options: { bandwidthMiB: 1 } });
  await vi.waitUntil(async () => (await stateOn(pair.two, "survivor")) === "paused", patience);
  await pair.two.libvirtd.kill();
  await pair.two.libvirtd.start();
  expect(await world.jobEnded(jobId)).toMatchObject({
    state: "undone",
    problem: expect.stringContaining("survivor goes on here: the connection to two ended"),
  });
  expect(await stateOn(pair.one, "survivor")).toBe("running");
  await vi.waitUntil(async () => (await stateOn(pair.two, "survivor")) === "absent", patience);
  expect(await volumesOf(pair.two, "images")).toEqual([]);
});
