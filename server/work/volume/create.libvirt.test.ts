import { access } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Database } from "../../database/open-database";
import { Fleet } from "../../fleet/fleet";
import { testHost } from "../../host/test-host.test-data";
import type { Jobs } from "../../job/jobs";
import { newJobs, openTestDatabase, silentLog } from "../../job/test-world.test-data";
import { createPool, dirPool } from "../../storage/storage-rig.test-data";
import { adminRequest } from "../admin-request.test-data";
import { runAct } from "../run-act";
import { HeldImages } from "../storage/held-images.test-data";
import { createStorageVolume, createVolumeKind } from "./create";

const hostId = "local";
const soon = { timeout: 60_000, interval: 20 };

let held: HeldImages;
let fleet: Fleet;
let database: Database;
let jobs: Jobs;

beforeAll(async () => {
  held = await HeldImages.start();
  fleet = new Fleet([testHost(hostId, held.libvirtd.uri)], silentLog);
  fleet.start();
  await vi.waitUntil(() => fleet.hostSummaries()[0]?.connection === "connected", soon);
  await fleet
    .host(hostId)
    .run("Pool disks", (connection) => createPool(connection, dirPool("disks", join(held.folder, "pool"))));
  database = openTestDatabase();
  jobs = newJobs(database, [createVolumeKind(fleet)]);
}, 180_000);

afterAll(async () => {
  await held?.release();
  await jobs?.stop();
  await fleet?.stop();
  database?.close();
  await held?.stop();
});

async function create(name: string): Promise<string> {
  const request = { name, format: "qcow2", capacityBytes: 2 ** 20, allocateAll: true } as const;
  const input = { hostId, pool: "disks", request };
  return (await runAct(createStorageVolume, adminRequest({ fleet, jobs }), input)).jobId;
}

const image = (name: string) => access(join(held.folder, "pool", name));

test("a volume whose size is allocated tells how far it is", async () => {
  await held.hold();
  const id = await create("whole.qcow2");
  await vi.waitUntil(() => jobs.get(id).steps[1]?.progress?.total === 2 ** 20, soon);
  expect(jobs.get(id).state).toBe("running");
  await held.release();
  expect(await jobs.ended(id)).toMatchObject({ state: "done", problem: null });
  await image("whole.qcow2");
  await expect(create("whole.qcow2")).rejects.toThrow("already has a volume “whole.qcow2”");
});

test("a cancel takes hold when libvirt is through, and deletes the volume", async () => {
  await held.hold();
  const id = await create("unwanted.qcow2");
  await vi.waitUntil(() => jobs.get(id).steps[1]?.progress !== null, soon);
  jobs.cancel(id, "Eve");
  expect(jobs.get(id).state).toBe("running");
  await held.release();
  expect(await jobs.ended(id)).toMatchObject({ state: "undone", problem: "Eve cancelled it." });
  await expect(image("unwanted.qcow2")).rejects.toThrow("ENOENT");
});
