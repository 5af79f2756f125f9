import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { type ApiWorld, startApi } from "../http/api-client.test-data";

const run = promisify(execFile);
const hostId = "local";
const pool = "discs (mine), more";
const vmId = randomUUID();

let libvirtd: PrivateLibvirtd;
let folder: string;
let world: ApiWorld;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();

/** As files are called that people download. */
const names = [
  "Win11 (1).iso",
  "a & b.iso",
  "it's.iso",
  "[x].iso",
  "x,y.iso",
  "x,,y=z.iso",
  "ü “q” <1>.iso",
  ".hidden;$(id).iso",
];

/** What libvirt takes as a VM's name. */
const vmName = "it's [mine], a & b: ü";

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = await mkdtemp(join(tmpdir(), "odd-"));
  const path = join(folder, "discs, of mine");
  await mkdir(path);
  for (const name of names) await writeFile(join(path, name), Buffer.alloc(2 ** 16));
  // An option ROM with a comma in its name, which QEMU opens at each start here.
  await writeFile(join(folder, "a,b.rom"), Buffer.alloc(512));
  const file = join(folder, "domain.xml");
  await writeFile(
    file,
    `<domain type='qemu'><name>plain</name><uuid>${vmId}</uuid><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><interface type='user'><model type='e1000'/><rom file='${join(folder, "a,b.rom")}'/></interface><disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk></devices></domain>`,
  );
  await virsh("define", file);
  await virsh("pool-create-as", pool, "dir", "--target", path);
  world = await startApi(libvirtd.uri);
  const isKnown = () =>
    world.api.vm.xml.query({ hostId, vmId }).then(
      (vm) => vm !== null,
      () => false,
    );
  await vi.waitUntil(isKnown, { timeout: 60_000, interval: 50 });
}, 180_000);

afterAll(async () => {
  await virsh("destroy", vmId).catch(() => undefined);
  await world?.stop();
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

let now: Record<string, string | null> = { type: "file", file: null, pool: null, volume: null };

async function insert(to: Record<string, string | null>): Promise<void> {
  const from = Object.fromEntries(Object.keys(to).map((field) => [field, now[field] ?? null]));
  const edit = { act: "change" as const, key: "drive:sda", from, to };
  const request = { hostId, vmId, edit, alsoLive: false };
  const { fingerprint, refusal } = await world.api.hardware.plan.mutate(request);
  expect(refusal).toBeNull();
  const { jobId } = await world.api.hardware.run.mutate({ ...request, fingerprint });
  expect(await world.jobEnded(jobId)).toMatchObject({ state: "done", problem: null });
  now = { ...now, ...to };
}

async function starts(): Promise<void> {
  await virsh("start", vmId);
  await virsh("destroy", vmId);
}

describe.each(names)("a file called %s", (name) => {
  test("is put into a drive as a file, and QEMU opens it", async () => {
    await insert({ type: "file", file: join(folder, "discs, of mine", name), pool: null, volume: null });
    await starts();
  });

  test("is put into a drive as a volume, and QEMU opens it", async () => {
    await insert({ type: "volume", file: null, pool, volume: name });
    await starts();
  });

  test("is copied, and uploaded under its own name", async () => {
    const { jobId } = await world.api.storage.cloneVolume.mutate({
      hostId,
      pool,
      volume: name,
      name: `copy of ${name}`,
      toPool: pool,
    });
    expect(await world.jobEnded(jobId)).toMatchObject({ state: "done", problem: null });
    const upload = { hostId, pool, name: `new ${name}`, sizeBytes: 2 ** 16, checksum: null };
    expect((await world.api.storage.openUpload.mutate(upload)).url).toContain("/api/uploads/");
    const there = await readdir(join(folder, "discs, of mine"));
    expect(there).toEqual(expect.arrayContaining([name, `copy of ${name}`, `new ${name}`]));
  });
});

test("a VM is called whatever libvirt takes", async () => {
  await insert({ type: "file", file: null, pool: null, volume: null });
  await world.api.vm.rename.mutate({ hostId, vmId, name: vmName });
  expect(await virsh("domname", vmId)).toBe(vmName);
  await starts();
});
