import { afterAll, beforeAll, expect, test } from "vitest";
import { resizeStorageVolume } from "../volume/resize";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;
const mebibyte = 2 ** 20;

beforeAll(async () => {
  world = await KillWorld.start();
}, 180_000);

afterAll(() => world?.stop());

async function make(name: string): Promise<void> {
  const all = await world.virsh("vol-list", "disks");
  if (all.includes(name)) await world.virsh("vol-delete", "--pool", "disks", name);
  await world.virsh("vol-create-as", "disks", name, "8M", "--allocation", "0", "--format", "raw");
}

test(
  "a volume that is grown",
  async () => {
    const volume = "grows.raw";
    await make(volume);
    const request = { hostId, pool: "disks", volume, capacityBytes: 16 * mebibyte, shrink: false };
    const { fingerprint } = await world.ask(resizeStorageVolume.plan, request);
    const spec = await world.jobOf(resizeStorageVolume.run, { ...request, fingerprint });
    const { problems } = await killEverywhere(world, spec, { reset: () => make(volume) });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a volume that is made smaller: what was cut off is told",
  async () => {
    await make("shrinks.raw");
    const request = { hostId, pool: "disks", volume: "shrinks.raw", capacityBytes: mebibyte, shrink: true };
    const { fingerprint } = await world.ask(resizeStorageVolume.plan, request);
    const spec = await world.jobOf(resizeStorageVolume.run, { ...request, fingerprint });
    const options = { reset: () => make("shrinks.raw"), destructive: true };
    expect((await killEverywhere(world, spec, options)).problems).toEqual([]);
  },
  killTimeoutMs,
);
