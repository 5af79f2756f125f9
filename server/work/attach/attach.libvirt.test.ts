import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { DefinitionVersions } from "../../database/definition-versions";
import type { Database } from "../../database/open-database";
import { Fleet } from "../../fleet/fleet";
import { testHost } from "../../host/test-host.test-data";
import type { JobSpec, Jobs } from "../../job/jobs";
import { LoneStep, newJobs, openTestDatabase, silentLog } from "../../job/test-world.test-data";
import { type FakeKernel, newKernel, serial } from "../../pci/binding/fake-kernel.test-data";
import { DefinitionHistory } from "../definition/definition-history";
import { attachKind, detachKind } from "./attach-kinds";
import { LiveDomain } from "./live-domain";
import { planAttach } from "./plan-attach";
import { planDetach } from "./plan-detach";

const run = promisify(execFile);
const hostId = "local";
const name = `attach-${randomBytes(4).toString("hex")}`;
const password = "s3cret";

let libvirtd: PrivateLibvirtd;
let folder: string;
let fleet: Fleet;
let kernel: FakeKernel;
let database: Database;
let jobs: Jobs;
let definitions: DefinitionHistory;
let vmId: string;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const definition = () => virsh("dumpxml", name, "--inactive", "--security-info");

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = await mkdtemp(join(tmpdir(), "attach-"));
  const file = join(folder, "domain.xml");
  await writeFile(
    file,
    `<domain type='qemu'><name>${name}</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><graphics type='vnc' port='-1' passwd='${password}'/></devices></domain>`,
  );
  await virsh("define", file);
  vmId = await virsh("domuuid", name);
  fleet = new Fleet([testHost(hostId, libvirtd.uri)], silentLog);
  fleet.start();
  await vi.waitUntil(() => fleet.vmsOf(hostId).length > 0, { timeout: 60_000, interval: 20 });
  kernel = newKernel();
  database = openTestDatabase();
  definitions = new DefinitionHistory(fleet, new DefinitionVersions(database), silentLog);
}, 180_000);

afterAll(async () => {
  await fleet?.stop();
  await virsh("undefine", name).catch(() => undefined);
  await libvirtd?.stop();
  kernel?.remove();
  database?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  jobs = newJobs(database, [attachKind({ fleet, definitions }), detachKind({ fleet, definitions })]);
});

async function vm() {
  return { id: vmId, name, ...(await new LiveDomain(fleet, hostId, vmId).describe()) };
}

function specOf(planned: { plan: { title: string; kind: string; steps: JobSpec["steps"] }; input: object }) {
  const { title, kind, steps } = planned.plan;
  return {
    title,
    kind,
    steps,
    hostId,
    subjects: [vmId],
    startedBy: "ada",
    input: { ...planned.input, by: "ada" },
  };
}

const attach = async () => specOf(planAttach(await kernel.report(), await vm(), [serial], {}));
const detach = async () => specOf(planDetach(await kernel.report(), await vm(), [serial]));
const done = async (spec: JobSpec) =>
  expect(await jobs.ended(jobs.start(spec).id)).toMatchObject({ state: "done", problem: null });

test("takes what it planned, keeps the password, and detaching leaves the definition as it was", async () => {
  const before = await definition();
  await done(await attach());
  const attached = await definition();
  expect(attached).toMatch(/<hostdev mode='subsystem' type='pci' managed='yes'>/);
  expect(attached).toContain(`passwd='${password}'`);
  await done(await detach());
  expect(await definition()).toBe(before);
  const kept = definitions.versions.all({ hostId, vmId }).map(({ by, what }) => [by, what]);
  expect(kept).toEqual([
    ["ada", `Detached ${serial}`],
    ["ada", `Attached ${serial}`],
    [null, "First seen by Passdeck"],
  ]);
});

test("does not do twice what a crash left done, and takes it back either way", async () => {
  const before = await definition();
  for (const [prepare, other] of [
    [attach, detach],
    [detach, attach],
  ] as const) {
    const start = await definition();
    const spec = await prepare();
    // The definition was changed, and the record of it is lost.
    await done(spec);
    await done(spec);
    const kindOf = spec.kind === "attach" ? attachKind : detachKind;
    const work = kindOf({ fleet, definitions }).stepsOf(hostId, spec.input as never);
    // The record of the first run is what counts: the second found all done.
    const memory = new LoneStep();
    memory.remember({ had: [], left: null });
    for (const step of work) await step.undo(memory);
    expect(await definition()).toBe(start);
    for (const step of work) await step.undo(memory);
    expect(await definition()).toBe(start);
    if (other === detach) await done(spec);
  }
  expect(await definition()).toContain(`passwd='${password}'`);
  await done(await detach());
  expect(await definition()).toBe(before);
});
