import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { type ApiWorld, startApi } from "../../http/api-client.test-data";
import { type FakeKernel, newKernel, serial } from "../../pci/binding/fake-kernel.test-data";

const run = promisify(execFile);
const hostId = "local";
const pool = "images";
const vmId = randomUUID();
const secretText = "root's own".padEnd(2 ** 20);

let libvirtd: PrivateLibvirtd;
let kernel: FakeKernel;
let world: ApiWorld;
/** A folder that is no pool's. */
let outside: string;

const inPool = (name: string) => join(libvirtd.folder, "lib/volumes", name);
const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const secret = () => join(outside, "secret");

async function define(...devices: string[]): Promise<void> {
  const file = join(libvirtd.folder, "domain.xml");
  const xml = `<domain type='qemu'><name>reacher</name><uuid>${vmId}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices.join("")}</devices></domain>`;
  await writeFile(file, xml);
  await virsh("define", file);
}

const disk = (name: string, index: number) =>
  `<disk type='volume'><driver name='qemu' type='qcow2'/><source pool='${pool}' volume='${name}'/><target dev='vd${"abc"[index]}'/></disk>`;
const images = ["foreign.qcow2", "data.qcow2", "top.qcow2"];

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  kernel = newKernel();
  outside = join(libvirtd.folder, "lib/outside");
  await mkdir(outside);
  await mkdir(inPool(""));
  await writeFile(secret(), secretText);
  const image = (...words: string[]) => run("qemu-img", ["create", "-q", "-f", "qcow2", ...words]);
  await image("-u", "-F", "raw", "-b", secret(), inPool("foreign.qcow2"), "1M");
  await image("-o", `data_file=${join(outside, "data")},data_file_raw=on`, inPool("data.qcow2"), "1M");
  await image(inPool("base.qcow2"), "1M");
  await image("-F", "qcow2", "-b", inPool("base.qcow2"), inPool("top.qcow2"));
  await run("qemu-img", ["create", "-q", "-f", "raw", inPool("plain.raw"), "1M"]);
  await run("qemu-img", [
    "create",
    "-q",
    "-f",
    "vmdk",
    "-o",
    "subformat=monolithicFlat",
    inPool("flat.vmdk"),
    "1M",
  ]);
  const descriptor = await readFile(inPool("flat.vmdk"), "utf8");
  await writeFile(inPool("flat.vmdk"), descriptor.replace('"flat-flat.vmdk"', `"${secret()}"`));
  await virsh("pool-define-as", pool, "dir", "--target", inPool(""));
  await virsh("pool-start", pool);
  await define(...images.map(disk));
  world = await startApi(libvirtd.uri, { hostRoot: kernel.folder });
  const known = () => world.api.vm.xml.query({ hostId, vmId }).then(Boolean, () => false);
  await vi.waitUntil(known, { timeout: 60_000, interval: 50 });
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await libvirtd?.stop();
  kernel?.remove();
});

/** What is told of a volume that reaches other files. */
const reaches: readonly [volume: string, words: string][] = [
  ["foreign.qcow2", "which is in none of the host's storage pools"],
  ["data.qcow2", "its content is in a file beside it"],
  ["flat.vmdk", "which may name any file of the host as its content"],
];

describe("a copy", () => {
  test.each(reaches.slice(0, 2))("does not follow %s out of the pools", async (volume, words) => {
    const copy = world.api.storage.cloneVolume.mutate({ hostId, pool, volume, name: "copy", toPool: null });
    await expect(copy).rejects.toThrow(`${volume} was not copied`);
    await expect(copy).rejects.toThrow(words);
    expect(await virsh("vol-list", pool)).not.toContain("copy");
  });

  test("takes a VMDK's descriptor as the text that it is", async () => {
    const of = { hostId, pool, volume: "flat.vmdk", name: "flat-copy", toPool: null };
    const job = await world.jobEnded((await world.api.storage.cloneVolume.mutate(of)).jobId);
    expect(job).toMatchObject({ state: "done", problem: null });
    const copy = await readFile(inPool("flat-copy"), "utf8");
    expect(copy).toContain("Disk DescriptorFile");
    expect(copy).not.toContain("root's own");
  });

  test("tells which other volume it reads", async () => {
    const of = { hostId, pool, volume: "top.qcow2", name: "whole.qcow2", toPool: null };
    const job = await world.jobEnded((await world.api.storage.cloneVolume.mutate(of)).jobId);
    expect(job).toMatchObject({ state: "done", problem: null });
    expect(job.steps.map(({ effect }) => effect).join()).toContain(
      `${inPool("base.qcow2")}, which it is built on`,
    );
  });
});

describe("a resize", () => {
  const capacityBytes = 2 ** 22;
  test.each(reaches.slice(0, 2))("does not follow %s out of the pools", async (volume, words) => {
    const plan = await world.api.storage.planResizeVolume.query({
      hostId,
      pool,
      volume,
      capacityBytes,
      shrink: false,
    });
    expect(plan).toMatchObject({ steps: [], refusal: expect.stringContaining(words) });
  });
});

describe("a deletion", () => {
  test("of a VM tells what its images reach, and that it stays", async () => {
    const { warnings } = await world.api.vm.planDelete.mutate({
      hostId,
      vmId,
      deleteDisks: ["vda", "vdb", "vdc"],
    });
    for (const words of [
      `foreign.qcow2: it is built on ${secret()}`,
      "data.qcow2: its content is in a file beside it. Only data.qcow2 itself is deleted",
      `${inPool("base.qcow2")}, which top.qcow2 is built on, is kept.`,
    ])
      expect(warnings.join("\n")).toContain(words);
    const kept = await world.api.vm.planDelete.mutate({ hostId, vmId, deleteDisks: [] });
    expect(kept.warnings).toEqual([]);
  });

  test("of a volume that reaches nothing tells nothing", async () => {
    const of = { hostId, pool, volume: "plain.raw" };
    expect(await world.api.storage.planDeleteVolume.query(of)).toMatchObject({ warnings: [], refusal: null });
  });
});

describe("a start", () => {
  const start = async () => {
    const { results } = await world.api.vm.act.mutate({ hostId, vmIds: [vmId], action: "start" });
    await virsh("destroy", vmId);
    return results;
  };

  test("tells what was added outside Passdeck until the VM is changed here", async () => {
    await define();
    expect(await start()).toMatchObject([{ ok: true, message: null }]);
    await define(
      `<disk type='file' device='cdrom'><source file='${secret()}'/><target dev='sda' bus='sata'/></disk>`,
    );
    const told = `Its definition was changed outside Passdeck. The VM reads or writes ${secret()}, a file of the host outside its storage pools.`;
    expect(await start()).toMatchObject([{ ok: true, message: told }]);
    await world.api.vm.addSerialConsole.mutate({ hostId, vmId });
    expect(await start()).toMatchObject([{ ok: true, message: null }]);
  });
});

test("a plan to attach tells which file is reached besides, and nothing of the card", async () => {
  const plan = (options: Parameters<typeof world.api.passthrough.planAttach.query>[0]["options"]) =>
    world.api.passthrough.planAttach.query({ hostId, vmId, addresses: [serial], options });
  const words = `The VM reads or writes ${secret()}, a file of the host outside its storage pools.`;
  const bare = await plan({});
  const withRom = await plan({ rom: { kind: "file", path: join(outside, "card.rom") } });
  expect(withRom.warnings).toEqual([...bare.warnings, words.replace(secret(), join(outside, "card.rom"))]);
  expect(withRom.fingerprint).not.toBe(bare.fingerprint);
});

test.each(reaches)("deleting %s leaves what it reaches", async (volume, words) => {
  const of = { hostId, pool, volume };
  await virsh("undefine", vmId).catch(() => undefined);
  await vi.waitUntil(async () => {
    const { refusal } = await world.api.storage.planDeleteVolume.query(of);
    return refusal === null;
  });
  const { warnings, fingerprint } = await world.api.storage.planDeleteVolume.query(of);
  expect(warnings.join()).toContain(words);
  const { jobId } = await world.api.storage.deleteVolume.mutate({ ...of, fingerprint });
  expect(await world.jobEnded(jobId)).toMatchObject({ state: "done", problem: null });
  expect(await readFile(secret(), "utf8")).toBe(secretText);
  expect((await readFile(join(outside, "data"))).length).toBe(2 ** 20);
});
