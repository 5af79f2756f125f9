import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type * as z from "zod";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Database } from "../database/open-database";
import { Fleet } from "../fleet/fleet";
import { testHost } from "../host/test-host.test-data";
import { LoneStep, newJobs, openTestDatabase } from "../job/test-world.test-data";
import { createLog } from "../log";
import type { planSchema } from "../plan.schema";
import type { ActRequest } from "../work/act-context";
import { adminRequest } from "../work/admin-request.test-data";
import type { PlannedAct } from "../work/planned-act";
import { deletePoolKind, deleteStoragePool } from "../work/pool/delete";
import { stopPoolKind, stopStoragePool } from "../work/pool/stop";
import { runAct } from "../work/run-act";
import { StorageRoom } from "../work/storage/storage-room";
import { deleteStorageVolume, deleteVolumeKind } from "../work/volume/delete";
import { resizeStorageVolume, resizeVolumeKind } from "../work/volume/resize";
import { resizeStep } from "../work/volume/resize-step";

const run = promisify(execFile);
const hostId = "local";
const log = createLog("silent", { write: () => undefined });

let libvirtd: PrivateLibvirtd;
let folder: string;
let fleet: Fleet;
let storage: StorageRoom;
let database: Database;
let request: ActRequest;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const volume = (name: string) => ({ hostId, pool: "images", volume: name });
const usersOf = async (name: string) =>
  (await storage.volumes(hostId, "images"))?.find((one) => one.name === name)?.usedBy;

/** Does what is planned, as a job. */
async function carryOut<Input extends z.ZodType, Agreed extends z.ZodType>(
  { plan, run: begin }: PlannedAct<Input, Agreed, typeof planSchema, z.ZodObject<{ jobId: z.ZodGUID }>>,
  input: z.output<Input> & object,
): Promise<void> {
  const { fingerprint } = await runAct(plan, request, input);
  const { jobId } = await runAct(begin, request, { ...input, fingerprint } as z.output<Agreed>);
  expect(await request.services.jobs.ended(jobId)).toMatchObject({ state: "done", problem: null });
}

const ids: Readonly<Record<string, string>> = { running: randomUUID(), named: randomUUID() };

async function define(name: string, disk: string): Promise<void> {
  const file = join(libvirtd.folder, `${name}.xml`);
  await writeFile(
    file,
    `<domain type="qemu"><name>${name}</name><uuid>${ids[name]}</uuid><memory unit="MiB">64</memory>
<os><type arch="x86_64" machine="q35">hvm</type></os><devices>${disk}</devices></domain>`,
  );
  await virsh("define", file);
}

const fileDisk = (path: string, target: string) =>
  `<disk type="file"><driver name="qemu" type="qcow2"/><source file="${path}"/><target dev="${target}"/></disk>`;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = join(libvirtd.folder, "lib/volumes");
  await mkdir(folder);
  const at = (name: string) => join(folder, name);
  const image = (...words: string[]) => run("qemu-img", ["create", "-q", "-f", "qcow2", ...words]);
  await image(at("base.qcow2"), "4M");
  await image("-F", "qcow2", "-b", at("base.qcow2"), at("top.qcow2"));
  for (const name of ["by-name.qcow2", "later.qcow2", "lonely.qcow2", "lonely-base.qcow2"])
    await image(at(name), "4M");
  await image("-F", "qcow2", "-b", at("lonely-base.qcow2"), at("lonely-top.qcow2"));
  await virsh("pool-define-as", "images", "dir", "--target", folder);
  await virsh("pool-start", "images");
  await define("running", fileDisk(at("top.qcow2"), "vda"));
  await virsh("start", "running", "--paused");
  // Its next start has another disk.
  await define("running", fileDisk(at("later.qcow2"), "vda"));
  await define(
    "named",
    '<disk type="volume"><driver name="qemu" type="qcow2"/><source pool="images" volume="by-name.qcow2"/><target dev="vda"/></disk>',
  );
  fleet = new Fleet([testHost(hostId, libvirtd.uri)], log);
  fleet.start();
  await vi.waitUntil(() => fleet.vmsOf(hostId).length === 2, { timeout: 60_000, interval: 20 });
  storage = new StorageRoom(fleet, log);
  database = openTestDatabase();
  const jobs = newJobs(database, [
    deleteVolumeKind({ fleet, storage }),
    stopPoolKind({ fleet, storage }),
    deletePoolKind({ fleet, storage }),
    resizeVolumeKind({ fleet, storage }),
  ]);
  request = adminRequest({ fleet, storage, jobs });
}, 180_000);

afterAll(async () => {
  await storage?.uploads.stop();
  await fleet?.stop();
  database?.close();
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

test("volumes are shown with the VMs that use them, by path, by name, and through what is built on them", async () => {
  const running = [expect.objectContaining({ vmName: "running", running: true })];
  expect(await usersOf("top.qcow2")).toEqual(running);
  expect(await usersOf("base.qcow2")).toEqual(running);
  expect(await usersOf("by-name.qcow2")).toEqual([
    expect.objectContaining({ vmName: "named", running: false }),
  ]);
  expect(await usersOf("lonely.qcow2")).toEqual([]);
});

test.each([
  ["top.qcow2", "used by the VM running"],
  ["base.qcow2", "used by the VM running"],
  ["later.qcow2", "used by the VM running"],
  ["by-name.qcow2", "used by the VM named"],
  ["lonely-base.qcow2", "lonely-top.qcow2 can't be read without lonely-base.qcow2"],
])("%s is not deleted: it is %s", async (name, words) => {
  const plan = await runAct(deleteStorageVolume.plan, request, volume(name));
  expect(plan).toMatchObject({ steps: [], refusal: expect.stringContaining(words) });
  expect(await usersOf(name)).toBeDefined();
});

test("what nobody uses is deleted", async () => {
  await carryOut(deleteStorageVolume, volume("lonely.qcow2"));
  expect(await usersOf("lonely.qcow2")).toBeUndefined();
});

test("a disk is not resized under a running VM", async () => {
  const size = { capacityBytes: 8 * 2 ** 20, shrink: false };
  const plan = await runAct(resizeStorageVolume.plan, request, { ...volume("top.qcow2"), ...size });
  expect(plan.refusal).toContain("the VM running");
  await carryOut(resizeStorageVolume, { ...volume("by-name.qcow2"), ...size });
  const grown = (await storage.volumes(hostId, "images"))?.find(({ name }) => name === "by-name.qcow2");
  expect(grown?.capacityBytes).toBe(size.capacityBytes);
});

test("what became an image with its content elsewhere is not resized, whatever was planned", async () => {
  const data = join(libvirtd.folder, "lib/data");
  const words = ["-o", `data_file=${data},data_file_raw=on`, join(folder, "beside.qcow2"), "4M"];
  await run("qemu-img", ["create", "-q", "-f", "qcow2", ...words]);
  await virsh("pool-refresh", "images");
  const input = { pool: "images", volume: "beside.qcow2", from: 4 * 2 ** 20, to: 8 * 2 ** 20 };
  const step = new LoneStep();
  await expect(step.run(resizeStep({ fleet, storage }, hostId, input))).rejects.toThrow(
    "beside.qcow2 was not resized: its content is in a file beside it",
  );
  expect(step.note).toBeNull();
  expect((await stat(data)).size).toBe(input.from);
});

test("a pool that a VM's definition names is not forgotten; one that no running VM needs is stopped", async () => {
  const pool = { hostId, pool: "images" };
  const deletion = { ...pool, withContents: false } as const;
  const { steps, refusal } = await runAct(deleteStoragePool.plan, request, deletion);
  expect({ steps, refusal }).toEqual({ steps: [], refusal: expect.stringContaining("the VM named") });
  await carryOut(stopStoragePool, pool);
  expect((await runAct(stopStoragePool.plan, request, pool)).refusal).toContain("stopped already");
  await virsh("undefine", "named");
  await vi.waitUntil(() => fleet.vmsOf(hostId).length === 1, { timeout: 60_000, interval: 20 });
  await carryOut(deleteStoragePool, deletion);
  expect(await virsh("pool-list", "--all")).not.toContain("images");
});
