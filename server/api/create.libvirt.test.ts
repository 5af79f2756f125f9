import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { type ApiWorld, startApi } from "../http/api-client.test-data";
import type { CreateRequestInput } from "../vm/create/create-request.schema";

const run = promisify(execFile);
const hostId = "local";
const mebibyte = 2 ** 20;

let libvirtd: PrivateLibvirtd;
let world: ApiWorld;
let folder: string;
let name: string;

/** Test machines are shared, and may be slow. */
const patience = { timeout: 60_000 };

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  // Outside of what libvirtd's namespace covers, so that both see it.
  folder = await mkdtemp(join(tmpdir(), "create-"));
  await mkdir(join(folder, "pool"));
  await virsh("pool-create-as", "disks", "dir", "--target", join(folder, "pool"));
  const image = join(folder, "pool/cloud.qcow2");
  await run("qemu-img", ["create", "-q", "-f", "qcow2", image, "8M"]);
  await run("qemu-io", ["-f", "qcow2", "-c", "write -P 0x5a 0 1M", image]);
  await virsh("pool-refresh", "disks");
  world = await startApi(libvirtd.uri);
  await vi.waitUntil(() => world.api.create.choices.query({ hostId }).catch(() => null), patience);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  name = `made-${randomBytes(3).toString("hex")}`;
});

type Source = CreateRequestInput["source"];

async function make(source: Source, start = false) {
  const request = { source, start };
  const { plan, findings, xml } = await world.api.create.plan.mutate({ hostId, request });
  expect(plan.refusal).toBeNull();
  const { jobId, vmId } = await world.api.create.run.mutate({
    hostId,
    request,
    fingerprint: plan.fingerprint,
  });
  return { job: await world.jobEnded(jobId), vmId, findings, xml, plan };
}

const volumes = async () =>
  (await virsh("vol-list", "disks")).split("\n").flatMap((line) => line.trim().split(/\s+/)[0] || []);
const vms = async () => (await virsh("list", "--all", "--name")).split("\n").filter((line) => line !== "");

/** A VM of the wizard's with little in it. */
function specification(disks: "empty" | "image" = "empty"): Extract<Source, { kind: "specification" }> {
  const copyOf = disks === "image" ? { pool: "disks", volume: "cloud.qcow2" } : null;
  return {
    kind: "specification",
    specification: {
      name,
      domainType: "qemu",
      memory: { bytes: 64 * mebibyte },
      cpu: { cores: 1 },
      firmware: { kind: "bios" },
      graphics: { kind: "none" },
      disks: [
        {
          source: {
            kind: "new-volume",
            pool: "disks",
            volume: `${name}.qcow2`,
            bytes: 16 * mebibyte,
            copyOf,
          },
        },
      ],
    },
  };
}

it("tells what the host has", async () => {
  const choices = await world.api.create.choices.query({ hostId });
  expect(choices).toMatchObject({ architecture: "x86_64", firmware: { uefi: expect.any(Boolean) } });
  expect(choices.machines[0]).toMatch(/^pc-q35-/);
  expect(choices.cpuModels).toContainEqual({ name: "486", usable: true });
  expect(choices.pools).toContainEqual(
    expect.objectContaining({ name: "disks", type: "dir", active: true, volumes: ["cloud.qcow2"] }),
  );
  expect(choices.cpus?.online.length).toBeGreaterThan(0);
  expect(choices.systems.length).toBeGreaterThan(10);
});

it("makes an empty disk and a VM that runs", async () => {
  const { job, vmId, plan, findings } = await make(specification(), true);
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(plan.steps.map(({ title }) => title)).toEqual([
    `Make the volume disks/${name}.qcow2`,
    `Define the VM ${name}`,
    `Start ${name}`,
  ]);
  expect(findings.filter(({ weight }) => weight === "fail")).toEqual([]);
  expect(await virsh("domstate", name)).toBe("running");
  expect(await virsh("domuuid", name)).toBe(vmId);
  await virsh("destroy", name);
});

it("copies a cloud image, makes it larger, and writes the seed that the guest reads", async () => {
  const wish = specification("image");
  const { job, xml } = await make({
    ...wish,
    cloudInit: {
      kind: "settings",
      pool: "disks",
      settings: {
        instanceId: name,
        hostname: name,
        users: [{ name: "ada", passwordHash: "$6$salt$hash" }],
      },
    },
  });
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(xml).toContain(`${name}-seed.iso`);
  expect(JSON.stringify(job)).not.toContain("$6$salt");
  const disk = join(folder, "pool", `${name}.qcow2`);
  const { stdout } = await run("qemu-img", ["info", "--output=json", disk]);
  expect(JSON.parse(stdout)).toMatchObject({ format: "qcow2", "virtual-size": 16 * mebibyte });
  await run("qemu-io", ["-f", "qcow2", "-c", "read -P 0x5a 0 1M", disk]);
  const seed = join(folder, "pool", `${name}-seed.iso`);
  const read = await run("isoinfo", ["-J", "-i", seed, "-x", "/user-data"]);
  expect(read.stdout).toContain("$6$salt$hash");
});

it("removes what it made where a step fails, and says why", async () => {
  const before = await volumes();
  const wish = specification();
  // libvirt takes the definition, and QEMU does not start with it.
  const missing = { kind: "file" as const, path: join(folder, "gone.iso") };
  await writeFile(missing.path, "");
  const source = {
    ...wish,
    specification: { ...wish.specification, opticalDrives: [{ source: missing }] },
  };
  const request = { source, start: true };
  const { plan } = await world.api.create.plan.mutate({ hostId, request });
  const { jobId } = await world.api.create.run.mutate({ hostId, request, fingerprint: plan.fingerprint });
  await rm(missing.path);
  const job = await world.jobEnded(jobId);
  expect(job.state).toBe("undone");
  expect(job.problem).toContain("gone.iso");
  expect(job.steps.map(({ state }) => state)).toEqual(["undone", "undone", "failed"]);
  expect(await vms()).not.toContain(name);
  expect(await volumes()).toEqual(before);
});

it("does not touch a volume that somebody else made meanwhile", async () => {
  const request = { source: specification(), start: false };
  const { plan } = await world.api.create.plan.mutate({ hostId, request });
  // libvirt's pool does not know of it until it is refreshed, nor does the plan.
  await writeFile(join(folder, "pool", `${name}.qcow2`), "precious");
  const { jobId } = await world.api.create.run.mutate({ hostId, request, fingerprint: plan.fingerprint });
  expect((await world.jobEnded(jobId)).state).toBe("undone");
  await virsh("pool-refresh", "disks");
  expect(await volumes()).toContain(`${name}.qcow2`);
  await virsh("vol-delete", `${name}.qcow2`, "--pool", "disks");
});

it("refuses what is in the way, and a plan that is another one by now", async () => {
  await make(specification());
  const again = await world.api.create.plan.mutate({
    hostId,
    request: { source: specification(), start: false },
  });
  expect(again.plan.refusal).toContain(`a VM called ${name} already`);
  expect(again.findings.map(({ code }) => code)).toEqual(["name-taken", "volume-taken"]);
  name = `${name}-other`;
  const request = { source: specification(), start: false };
  const stale = world.api.create.run.mutate({ hostId, request, fingerprint: "stale" });
  await expect(stale).rejects.toThrow(/has changed since this plan was shown/);
});

it("imports XML, with its UUID unless a VM has it", async () => {
  const uuid = "6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e01";
  const xml = `<domain type='qemu'><name>${name}</name><uuid>${uuid}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices><graphics type='vnc' passwd='s3cret'/></devices></domain>`;
  expect(await world.api.create.importXml.mutate({ text: xml })).toEqual({
    name,
    problems: [],
    passthrough: [],
    disks: [],
  });
  const first = await make({ kind: "xml", xml });
  expect(first.job).toMatchObject({ state: "done" });
  expect(first.vmId).toBe(uuid);
  expect(JSON.stringify([first.job, first.xml])).not.toContain("s3cret");
  expect(await virsh("dumpxml", name, "--security-info")).toContain("s3cret");
  await vi.waitUntil(
    async () => (await world.api.create.choices.query({ hostId })).vmNames.includes(name),
    patience,
  );
  const second = await make({ kind: "xml", xml, name: `${name}-2` });
  expect(second.vmId).not.toBe(uuid);
  expect(second.findings.map(({ code }) => code)).toContain("definition");
  expect(await virsh("domuuid", name)).toBe(uuid);
});

it("clones a template: its disks copied, its cards' addresses new, its mark and password as they should be", async () => {
  const original = name;
  const wish = specification("image");
  const { vmId } = await make({
    ...wish,
    specification: { ...wish.specification, graphics: { kind: "vnc" }, networks: [] },
  });
  await run("virsh", ["-q", "-c", libvirtd.uri, "attach-interface", original, "bridge", "br0", "--config"]);
  await vi.waitUntil(
    async () => (await world.api.create.choices.query({ hostId })).vmNames.includes(original),
    patience,
  );
  await world.api.create.setTemplate.mutate({ hostId, vmId, template: true });
  await vi.waitUntil(
    async () => (await world.api.create.choices.query({ hostId })).templates[0]?.vmId === vmId,
    patience,
  );
  const before = await virsh("dumpxml", original);
  name = `${original}-clone`;
  const { job } = await make({ kind: "clone", vmId, name });
  expect(job).toMatchObject({ state: "done", problem: null });
  const clone = await virsh("dumpxml", name);
  expect(clone).toContain(`volume='${name}-vda.qcow2'`);
  expect(clone).not.toContain("passdeck:template");
  const macOf = (xml: string) => /<mac address='(.*?)'/.exec(xml)?.[1];
  expect(macOf(clone)).toMatch(/^52:54:00:/);
  expect(macOf(clone)).not.toBe(macOf(before));
  expect(await virsh("dumpxml", original)).toBe(before);
  await run("qemu-io", ["-f", "qcow2", "-c", "read -P 0x5a 0 1M", join(folder, "pool", `${name}-vda.qcow2`)]);
  await world.api.create.setTemplate.mutate({ hostId, vmId, template: false });
  expect(await virsh("dumpxml", original)).not.toContain("passdeck:template");
});

it("clones a VM with UEFI together with what its firmware keeps", async () => {
  const original = name;
  const wish = specification();
  const { vmId } = await make(
    { ...wish, specification: { ...wish.specification, firmware: { kind: "uefi" } } },
    true,
  );
  await virsh("destroy", original);
  const kept = join(libvirtd.folder, "lib/qemu/nvram", `${original}_VARS.fd`);
  await run("qemu-io", ["-f", "raw", "-c", "write -P 0x5a 536576 4096", kept]);
  await vi.waitUntil(
    async () => (await world.api.create.choices.query({ hostId })).vmNames.includes(original),
    patience,
  );
  name = `${original}-clone`;
  const { job, plan } = await make({ kind: "clone", vmId, name });
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(plan.steps.map(({ title }) => title)).toContain("Copy what the firmware keeps (boot entries, keys)");
  const copied = await readFile(join(libvirtd.folder, "lib/qemu/nvram", `${name}_VARS.fd`));
  expect(copied.equals(await readFile(kept))).toBe(true);
  expect(await virsh("pool-list", "--all", "--name")).toBe("disks");
  await virsh("start", name);
  await virsh("destroy", name);
});

it("clones a VM with a TPM together with what that keeps", async () => {
  const original = name;
  const wish = specification();
  const { vmId } = await make({ ...wish, specification: { ...wish.specification, tpm: {} } }, true);
  await virsh("destroy", original);
  await vi.waitUntil(
    async () => (await world.api.create.choices.query({ hostId })).vmNames.includes(original),
    patience,
  );
  name = `${original}-clone`;
  const { job, plan, vmId: cloneId } = await make({ kind: "clone", vmId, name });
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(plan.steps.map(({ title }) => title)).toContain(
    "Copy what the TPM keeps (its keys, and what is sealed to them)",
  );
  const stateOf = (id: string) => readFile(join(libvirtd.folder, "lib/swtpm", id, "tpm2/tpm2-00.permall"));
  const kept = await stateOf(vmId);
  expect(kept.length).toBeGreaterThan(1000);
  expect((await stateOf(cloneId)).equals(kept)).toBe(true);
  expect(await virsh("pool-list", "--all", "--name")).toBe("disks");
  await virsh("start", name);
  await virsh("destroy", name);
  // Taken away with the VM, and the original's is not.
  await virsh("undefine", name, "--tpm");
  await expect(stateOf(cloneId)).rejects.toThrow(/ENOENT/);
  expect((await stateOf(vmId)).equals(kept)).toBe(true);
});

it("does not copy the disks of a VM that is on", async () => {
  const { vmId } = await make(specification(), true);
  await vi.waitUntil(
    async () => (await world.api.create.choices.query({ hostId })).vmNames.includes(name),
    patience,
  );
  const request = { source: { kind: "clone" as const, vmId, name: `${name}-clone` }, start: false };
  const plan = () => world.api.create.plan.mutate({ hostId, request });
  await vi.waitUntil(async () => (await plan()).plan.refusal !== null, patience);
  expect((await plan()).plan.refusal).toContain(`${name} is on and writes to its disks`);
  await virsh("destroy", name);
});
