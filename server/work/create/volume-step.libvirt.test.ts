import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Fleet } from "../../fleet/fleet";
import type { StepContext } from "../../job/job-kind";
import { silentLog } from "../../job/test-world.test-data";
import type { NewVolume } from "./create-input.schema";
import { volumeStep } from "./volume-step";

const run = promisify(execFile);
const hostId = "local";

let libvirtd: PrivateLibvirtd;
let folder: string;
let fleet: Fleet;
let progress: [number, number | null][];

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const capacityOf = async (name: string) =>
  /Capacity: +(\d+)/.exec(await virsh("vol-info", name, "disks", "--bytes"))?.[1];
const exists = (name: string) => virsh("vol-info", name, "disks").then(Boolean, () => false);

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = await mkdtemp(join(tmpdir(), "volume-step-"));
  await mkdir(join(folder, "pool"));
  await virsh("pool-create-as", "disks", "dir", "--target", join(folder, "pool"));
  await virsh("vol-create-as", "disks", "image.raw", "4M", "--format", "raw");
  fleet = new Fleet([{ id: hostId, uri: libvirtd.uri, demo: false, tree: null }], silentLog);
  fleet.start();
  const connected = () => fleet.hostSummaries()[0]?.connection === "connected";
  await vi.waitUntil(connected, { timeout: 60_000, interval: 20 });
}, 180_000);

afterAll(async () => {
  await fleet?.stop();
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  progress = [];
});

const step = (volume: string, part: Partial<NewVolume> = {}) =>
  volumeStep(fleet, hostId, {
    pool: "disks",
    volume,
    bytes: 2 ** 20,
    format: "qcow2",
    copyOf: null,
    ...part,
  });

const context = (resumed = false): StepContext => ({
  signal: new AbortController().signal,
  resumed,
  report: () => undefined,
  progress: (done, total) => void progress.push([done, total]),
});

test("makes a volume, reads it back, and takes it away again, twice if need be", async () => {
  const work = step("new.qcow2");
  await expect(work.verify()).rejects.toThrow(/no longer exists/);
  await work.run(context());
  await work.verify();
  expect(await capacityOf("new.qcow2")).toBe(String(2 ** 20));
  await work.undo();
  await work.undo();
  expect(await exists("new.qcow2")).toBe(false);
});

test("leaves a volume alone that was there before it, and replaces one of its own that a crash left", async () => {
  await virsh("vol-create-as", "disks", "there.qcow2", "3M", "--format", "qcow2");
  const fresh = step("there.qcow2");
  await expect(fresh.run(context())).rejects.toThrow(/already has a volume “there.qcow2”/);
  await fresh.undo();
  expect(await capacityOf("there.qcow2")).toBe(String(3 * 2 ** 20));

  const resumed = step("there.qcow2");
  await resumed.run(context(true));
  expect(await capacityOf("there.qcow2")).toBe(String(2 ** 20));
  // After another crash nobody remembers that it was made.
  await step("there.qcow2").undo();
  expect(await exists("there.qcow2")).toBe(false);
});

test("copies an image into another format, no smaller than it is, and tells how far it is", async () => {
  const copyOf = { pool: "disks", volume: "image.raw" };
  await step("small.qcow2", { copyOf }).run(context());
  expect(await capacityOf("small.qcow2")).toBe(String(4 * 2 ** 20));
  expect(await virsh("vol-dumpxml", "small.qcow2", "disks")).toContain("<format type='qcow2'/>");
  await step("large.qcow2", { copyOf, bytes: 8 * 2 ** 20 }).run(context());
  expect(await capacityOf("large.qcow2")).toBe(String(8 * 2 ** 20));
  await step("same.raw", { copyOf, bytes: null, format: "raw" }).run(context());
  expect(await capacityOf("same.raw")).toBe(String(4 * 2 ** 20));
  for (const [done, total] of progress) expect(done).toBeLessThanOrEqual(total ?? done);
});

test("names the image that is gone", async () => {
  const work = step("copy.qcow2", { copyOf: { pool: "disks", volume: "gone.raw" } });
  await expect(work.run(context())).rejects.toThrow(/The pool disks has no volume “gone.raw”/);
  await work.undo();
});
