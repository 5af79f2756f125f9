import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { patience } from "@/e2e/libvirtd/create-rig";
import type { JobSpec } from "../../job/jobs";
import { deleteVm } from "../vm/delete/delete-vm";
import { deleteStorageVolume } from "../volume/delete";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;
let definition: string;
let vmId: string;

const disks = ["system.qcow2", "data.raw", "kept.raw"];

async function makeVolume(name: string): Promise<void> {
  if ((await world.virsh("vol-list", "disks")).includes(name)) return;
  await world.virsh("vol-create-as", "disks", name, "1M", "--format", name.endsWith("raw") ? "raw" : "qcow2");
}

/** Everything as it was before a job. */
async function reset(): Promise<void> {
  for (const name of [...disks, "lonely.raw"]) await makeVolume(name);
  if (!(await world.virsh("list", "--all", "--name")).includes("web-1")) {
    await world.define(definition);
    await world.virsh("autostart", "web-1");
  }
}

beforeAll(async () => {
  world = await KillWorld.start();
  const devices = disks.map((name, index) => ({
    name: "disk",
    attributes: { type: "volume", device: "disk" },
    children: [
      { name: "driver", attributes: { name: "qemu", type: name.endsWith("raw") ? "raw" : "qcow2" } },
      { name: "source", attributes: { pool: "disks", volume: name } },
      { name: "target", attributes: { dev: `vd${"abc"[index]}`, bus: "virtio" } },
    ],
  }));
  definition = bareDomainXml("web-1", devices);
  await reset();
  definition = await world.virsh("dumpxml", "web-1", "--inactive", "--security-info");
  vmId = await world.virsh("domuuid", "web-1");
  await vi.waitUntil(() => world.fleet.findVm(hostId, vmId), patience);
}, 180_000);

afterAll(() => world?.stop());

async function deletion(): Promise<JobSpec> {
  const request = { hostId, vmId, deleteDisks: ["vda", "vdb"] };
  const { fingerprint } = await world.ask(deleteVm.plan, request);
  return world.jobOf(deleteVm.run, { ...request, fingerprint });
}

test(
  "a VM with two of its disks",
  async () => {
    const spec = await deletion();
    expect(spec.steps).toHaveLength(4);
    expect((await killEverywhere(world, spec, { reset, destructive: true })).problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a volume",
  async () => {
    const request = { hostId, pool: "disks", volume: "lonely.raw" };
    const { fingerprint } = await world.ask(deleteStorageVolume.plan, request);
    const spec = await world.jobOf(deleteStorageVolume.run, { ...request, fingerprint });
    expect((await killEverywhere(world, spec, { reset, destructive: true })).problems).toEqual([]);
  },
  killTimeoutMs,
);
