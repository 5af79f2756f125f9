import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobSpec } from "../../job/jobs";
import { createStorageVolume } from "../volume/create";
import { killBesideOthers, killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;

beforeAll(async () => {
  world = await KillWorld.start();
}, 180_000);

afterAll(() => world?.stop());

function creation(name: string, allocateAll: boolean): Promise<JobSpec> {
  const format = name.endsWith("raw") ? "raw" : "qcow2";
  const request = { name, format, capacityBytes: 2 ** 20, allocateAll } as const;
  return world.jobOf(createStorageVolume, { hostId, pool: "disks", request });
}

test.each([
  ["whole.raw", true],
  ["sparse.qcow2", false],
])(
  "an empty volume, %s",
  async (name, allocateAll) => {
    const { problems } = await killEverywhere(world, await creation(name, allocateAll));
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a volume of the same name that somebody else makes while the server is down stays theirs",
  async () => {
    const { problems } = await killBesideOthers(world, await creation("theirs.raw", true), {
      name: "volume disks/theirs.raw",
      appear: () => world.virsh("vol-create-as", "disks", "theirs.raw", "3M", "--format", "raw"),
    });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);
