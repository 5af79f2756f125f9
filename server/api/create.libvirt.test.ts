import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { CreateRig, hostId, newName, specification } from "@/e2e/libvirtd/create-rig";

const run = promisify(execFile);

let rig: CreateRig;
let name: string;

beforeAll(async () => {
  rig = await CreateRig.start();
}, 180_000);

afterAll(() => rig?.stop());

beforeEach(() => {
  name = newName();
});

test("tells what the host has", async () => {
  const choices = await rig.choices();
  expect(choices).toMatchObject({ architecture: "x86_64", firmware: { uefi: expect.any(Boolean) } });
  expect(choices.machines[0]).toMatch(/^pc-q35-/);
  expect(choices.cpuModels).toContainEqual({ name: "486", usable: true });
  expect(choices.pools).toContainEqual(
    expect.objectContaining({ name: "disks", type: "dir", active: true, volumes: ["cloud.qcow2"] }),
  );
  expect(choices.cpus?.online.length).toBeGreaterThan(0);
  expect(choices.systems.length).toBeGreaterThan(10);
});

test("makes an empty disk and a VM that runs", async () => {
  const { job, vmId, plan, findings } = await rig.make(specification(name), true);
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(plan.steps.map(({ title }) => title)).toEqual([
    `Create the volume disks/${name}.qcow2`,
    `Define the VM ${name}`,
    `Start ${name}`,
  ]);
  expect(findings.filter(({ weight }) => weight === "fail")).toEqual([]);
  expect(await rig.virsh("domstate", name)).toBe("running");
  expect(await rig.virsh("domuuid", name)).toBe(vmId);
  await rig.virsh("destroy", name);
});

test("copies a cloud image, makes it larger, and writes the seed that the guest reads", async () => {
  const request = specification(name, "image");
  const { job, xml } = await rig.make({
    ...request,
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
  const disk = join(rig.folder, "pool", `${name}.qcow2`);
  const { stdout } = await run("qemu-img", ["info", "--output=json", disk]);
  expect(JSON.parse(stdout)).toMatchObject({ format: "qcow2", "virtual-size": 16 * 2 ** 20 });
  await run("qemu-io", ["-f", "qcow2", "-c", "read -P 0x5a 0 1M", disk]);
  const seed = join(rig.folder, "pool", `${name}-seed.iso`);
  const read = await run("isoinfo", ["-J", "-i", seed, "-x", "/user-data"]);
  expect(read.stdout).toContain("$6$salt$hash");
});

test("writes an answer file to a CD of its own, and keeps its password nowhere else", async () => {
  const request = specification(name);
  const { job, xml, plan } = await rig.make({
    ...request,
    answers: {
      kind: "files",
      installer: "windows",
      pool: "disks",
      files: [{ name: "autounattend.xml", content: "<Value>s3cret</Value>" }],
    },
  });
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(xml).toContain(`${name}-answers.iso`);
  const told = JSON.stringify([job, plan, xml]);
  expect(told).toContain("Write the answer file");
  expect(told).not.toContain("s3cret");
  const cd = join(rig.folder, "pool", `${name}-answers.iso`);
  const read = await run("isoinfo", ["-J", "-i", cd, "-x", "/autounattend.xml"]);
  expect(read.stdout).toBe("<Value>s3cret</Value>");
  const kept = await rig.kept();
  expect(kept).toContain(`${name}-answers.iso`);
  expect(kept).not.toContain("s3cret");
});

test("removes what it made where a step fails, and says why", async () => {
  const before = await rig.volumes();
  const original = specification(name);
  // libvirt takes the definition, and QEMU does not start with it.
  const missing = { kind: "file" as const, path: join(rig.folder, "gone.iso") };
  await writeFile(missing.path, "");
  const source = {
    ...original,
    specification: { ...original.specification, opticalDrives: [{ source: missing }] },
  };
  const request = { source, start: true };
  const { plan } = await rig.api.create.plan.mutate({ hostId, request });
  const { jobId } = await rig.api.create.run.mutate({ hostId, request, fingerprint: plan.fingerprint });
  await rm(missing.path);
  const job = await rig.world.jobEnded(jobId);
  expect(job.state).toBe("undone");
  expect(job.problem).toContain("gone.iso");
  expect(job.steps.map(({ state }) => state)).toEqual(["undone", "undone", "failed"]);
  expect(await rig.vms()).not.toContain(name);
  expect(await rig.volumes()).toEqual(before);
});

test("does not touch a volume that somebody else made meanwhile", async () => {
  const request = { source: specification(name), start: false };
  const { plan } = await rig.api.create.plan.mutate({ hostId, request });
  // libvirt's pool does not know of it until it is refreshed, nor does the plan.
  await writeFile(join(rig.folder, "pool", `${name}.qcow2`), "precious");
  const { jobId } = await rig.api.create.run.mutate({ hostId, request, fingerprint: plan.fingerprint });
  expect((await rig.world.jobEnded(jobId)).state).toBe("undone");
  await rig.virsh("pool-refresh", "disks");
  expect(await rig.volumes()).toContain(`${name}.qcow2`);
  await rig.virsh("vol-delete", `${name}.qcow2`, "--pool", "disks");
});

test("refuses what is in the way, and a plan that is another one by now", async () => {
  await rig.make(specification(name));
  const again = await rig.api.create.plan.mutate({
    hostId,
    request: { source: specification(name), start: false },
  });
  expect(again.plan.refusal).toContain(`already has a VM called ${name}`);
  expect(again.findings.map(({ code }) => code)).toEqual(["name-taken", "volume-taken"]);
  name = `${name}-other`;
  const request = { source: specification(name), start: false };
  const stale = rig.api.create.run.mutate({ hostId, request, fingerprint: "stale" });
  await expect(stale).rejects.toThrow(/has changed since this plan was shown/);
});

test("imports XML, with its UUID unless a VM has it", async () => {
  const uuid = "6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e01";
  const xml = `<domain type='qemu'><name>${name}</name><uuid>${uuid}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices><graphics type='vnc' passwd='s3cret'/></devices></domain>`;
  expect(await rig.api.create.importXml.mutate({ hostId, text: xml })).toEqual({
    name,
    problems: [],
    passthrough: [],
    disks: [],
  });
  const first = await rig.make({ kind: "xml", xml });
  expect(first.job).toMatchObject({ state: "done" });
  expect(first.vmId).toBe(uuid);
  expect(JSON.stringify([first.job, first.xml])).not.toContain("s3cret");
  expect(await rig.virsh("dumpxml", name, "--security-info")).toContain("s3cret");
  await rig.known(name);
  const second = await rig.make({ kind: "xml", xml, name: `${name}-2` });
  expect(second.vmId).not.toBe(uuid);
  expect(second.findings.map(({ code }) => code)).toContain("definition");
  expect(await rig.virsh("domuuid", name)).toBe(uuid);
});
