import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStoragePool } from "../pool/create";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;

beforeAll(async () => {
  world = await KillWorld.start();
}, 180_000);

afterAll(() => world?.stop());

test(
  "a pool that is made",
  async () => {
    const path = join(world.folder, "made");
    const request = { type: "dir", name: "made", path, autostart: true } as const;
    const spec = await world.jobOf(createStoragePool, { hostId, request });
    const { problems } = await killEverywhere(world, spec, {
      reset: () => rm(path, { recursive: true, force: true }),
    });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test("a pool that can't be started leaves nothing behind", async () => {
  const request = { type: "logical", name: "broken", volumeGroup: "no-such-group", autostart: true } as const;
  const job = await world.carryOut(await world.jobOf(createStoragePool, { hostId, request }));
  expect(job).toMatchObject({ state: "undone", problem: expect.stringContaining("broken") });
  expect(await world.virsh("pool-list", "--all", "--name")).not.toContain("broken");
});

test("a pool of another’s with the same name stays theirs", async () => {
  const request = { type: "dir", name: "disks", path: join(world.folder, "other"), autostart: true } as const;
  const before = await world.look();
  const job = await world.carryOut(await world.jobOf(createStoragePool, { hostId, request }));
  expect(job).toMatchObject({ state: "undone", problem: expect.stringContaining("Choose another name") });
  expect(await world.look()).toEqual(before);
});
