import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { patience, specification } from "@/e2e/libvirtd/create-rig";
import { cloneStorageVolume } from "../volume/clone";
import { creationOf } from "./testing/creation";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;

beforeAll(async () => {
  world = await KillWorld.start();
}, 180_000);

afterAll(() => world?.stop());

test(
  "a clone, with its disk, its firmware's variables and its TPM's state",
  async () => {
    const { kind, specification: asked } = specification("original");
    const withMemory = { ...asked, firmware: { kind: "uefi" }, tpm: {} } as const;
    await world.carryOut(await creationOf(world, { kind, specification: withMemory }));
    const vmId = await world.virsh("domuuid", "original");
    // What firmware and TPM keep is there once they have run.
    await world.virsh("start", "original");
    await world.virsh("destroy", "original");
    expect(await readdir(join(world.libvirtd.folder, "lib/qemu/nvram"))).toEqual(["original_VARS.fd"]);
    await vi.waitUntil(() => world.fleet.findVm(hostId, vmId), patience);
    const spec = await creationOf(world, { kind: "clone", vmId, name: "clone" });
    expect(spec.steps).toHaveLength(4);
    expect((await killEverywhere(world, spec)).problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a copy of a volume",
  async () => {
    await world.virsh("vol-create-as", "disks", "image.raw", "8M", "--format", "raw");
    const copy = { hostId, pool: "disks", volume: "image.raw", name: "copy.raw", toPool: null };
    const spec = await world.jobOf(cloneStorageVolume, copy);
    expect((await killEverywhere(world, spec)).problems).toEqual([]);
  },
  killTimeoutMs,
);
