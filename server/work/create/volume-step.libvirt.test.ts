import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Fleet } from "../../fleet/fleet";
import { testHost } from "../../host/test-host.test-data";
import type { JsonValue } from "../../job/journal";
import { LoneStep, silentLog } from "../../job/test-world.test-data";
import type { NewVolume } from "./create-input.schema";
import { volumeStep } from "./volume-step";

const run = promisify(execFile);
const hostId = "local";

let libvirtd: PrivateLibvirtd;
let folder: string;
let fleet: Fleet;
let lone: LoneStep;

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
  fleet = new Fleet([testHost(hostId, libvirtd.uri)], silentLog);
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
  lone = new LoneStep();
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

test("makes a volume, reads it back, and takes it away again, twice if need be", async () => {
  const work = step("new.qcow2");
  await expect(work.verify(lone)).rejects.toThrow(/no longer exists/);
  await lone.run(work);
  await work.verify(lone);
  expect(await capacityOf("new.qcow2")).toBe(String(2 ** 20));
  await lone.undo(work);
  await lone.undo(work);
  expect(await exists("new.qcow2")).toBe(false);
});

test("leaves a volume alone that was there before it, after a restart too", async () => {
  await virsh("vol-create-as", "disks", "there.qcow2", "3M", "--format", "qcow2");
  for (const resumed of [false, true]) {
    lone.resumed = resumed;
    await expect(lone.run(step("there.qcow2"))).rejects.toThrow(/already has a volume “there.qcow2”/);
    await lone.undo(step("there.qcow2"));
  }
  expect(await capacityOf("there.qcow2")).toBe(String(3 * 2 ** 20));
});

test("knows its own volume after a crash: makes it anew, and takes it back", async () => {
  await lone.run(step("own.qcow2"));
  await lone.run(step("own.qcow2"));
  expect(await capacityOf("own.qcow2")).toBe(String(2 ** 20));
  await lone.undo(step("own.qcow2"));
  expect(await exists("own.qcow2")).toBe(false);
});

const asked = {
  state: "asked",
  format: "qcow2",
  capacityBytes: 2 ** 20,
  allocationBytes: 0,
  image: true,
  empty: true,
};

test.each([
  ["another size", ["3M", "--format", "qcow2"]],
  ["another format", ["1M", "--format", "raw"]],
  ["something in it", ["1M", "--format", "qcow2"]],
])("a crash before libvirt's answer: a volume of %s is somebody else's", async (what, words) => {
  await virsh("vol-create-as", "disks", "theirs.qcow2", ...words);
  const path = join(folder, "pool/theirs.qcow2");
  if (what === "something in it") await run("qemu-io", ["-f", "qcow2", "-c", "write -P 0x5a 0 1M", path]);
  const before = await readFile(path);
  lone.remember(asked);
  lone.resumed = true;
  await expect(lone.run(step("theirs.qcow2"))).rejects.toThrow(/already/);
  lone.remember(asked);
  await lone.undo(step("theirs.qcow2"));
  expect((await readFile(path)).equals(before)).toBe(true);
  await virsh("vol-delete", "theirs.qcow2", "disks");
});

test("a crash before libvirt's answer: a volume just as it was asked for, with nothing in it, is taken back", async () => {
  await virsh("vol-create-as", "disks", "mine.qcow2", "1M", "--format", "qcow2");
  lone.remember(asked);
  await lone.undo(step("mine.qcow2"));
  expect(await exists("mine.qcow2")).toBe(false);
});

test("a crash while it is taken back: what bears its name since then stays", async () => {
  await lone.run(step("again.qcow2"));
  let removing: JsonValue = null;
  const memory = {
    earlier: [],
    signal: lone.signal,
    note: lone.note,
    remember: (note: JsonValue) => (removing ??= note),
  };
  await step("again.qcow2").undo(memory);
  expect(await exists("again.qcow2")).toBe(false);
  await virsh("vol-create-as", "disks", "again.qcow2", "1M", "--format", "qcow2");
  lone.remember(removing);
  await lone.undo(step("again.qcow2"));
  expect(await exists("again.qcow2")).toBe(true);
});

test("copies an image into another format, no smaller than it is, and tells how far it is", async () => {
  const copyOf = { pool: "disks", volume: "image.raw" };
  await lone.run(step("small.qcow2", { copyOf }));
  expect(await capacityOf("small.qcow2")).toBe(String(4 * 2 ** 20));
  expect(await virsh("vol-dumpxml", "small.qcow2", "disks")).toContain("<format type='qcow2'/>");
  await new LoneStep().run(step("large.qcow2", { copyOf, bytes: 8 * 2 ** 20 }));
  expect(await capacityOf("large.qcow2")).toBe(String(8 * 2 ** 20));
  await new LoneStep().run(step("same.raw", { copyOf, bytes: null, format: "raw" }));
  expect(await capacityOf("same.raw")).toBe(String(4 * 2 ** 20));
  for (const [done, total] of lone.progress) expect(done).toBeLessThanOrEqual(total ?? done);
});

test("names the image that is gone", async () => {
  const work = step("copy.qcow2", { copyOf: { pool: "disks", volume: "gone.raw" } });
  await expect(lone.run(work)).rejects.toThrow(/The pool disks has no volume “gone.raw”/);
  await lone.undo(work);
});
