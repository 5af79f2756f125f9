import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { able, need } from "../../host/ability";
import type { FileReplacement, HostConfiguration } from "../../host/configuration/host-configuration";
import { testHost } from "../../host/test-host.test-data";
import { temporaryFolder } from "../../host/tree.test-data";
import { Jobs } from "../../job/jobs";
import { openTestDatabase, silentLog } from "../../job/test-world.test-data";
import { type FakeKernel, newKernel, card as pair, twin } from "../../pci/binding/fake-kernel.test-data";
import { wishedChangeSchema } from "../../prepare/change.schema";
import { planBinding } from "../binding/bind";
import { HostBindings } from "../binding/host-bindings";
import { HostPreparations } from "./host-preparations";
import { planChange } from "./plan-change";
import { type PlannedReturn, planReturnCards } from "./plan-return-cards";
import { returnKind } from "./return-kind";
import { nextBinding, reservedNow } from "./see-reservations";
import { GrubHost } from "./testing/grub-host";
import { lookAt } from "./testing/prepare-rig";

const addresses = [pair.gpu, pair.audio];
let kernel: FakeKernel;
let host: GrubHost;
let database: ReturnType<typeof openTestDatabase>;
/** The number of the effect after which the process is killed; null: it lives. */
let killAfter: number | null;
let effects: number;
let onKill: () => void;

beforeAll(() => (kernel = newKernel()));
afterAll(() => kernel.remove());

beforeEach(() => {
  database = openTestDatabase();
  kernel.reset();
  host = new GrubHost();
  host.install();
  for (const address of [...addresses, twin.gpu, twin.audio]) {
    const isAudio = address.endsWith("1");
    host.write(`sys/bus/pci/devices/${address}/vendor`, "0x10de\n");
    host.write(`sys/bus/pci/devices/${address}/device`, isAudio ? "0x1aef\n" : "0x2204\n");
    host.write(`sys/bus/pci/devices/${address}/class`, isAudio ? "0x040300\n" : "0x030000\n");
  }
  killAfter = null;
  effects = 0;
});

afterEach(() => {
  database.close();
  host.remove();
});

/** Whether the process dies after this effect. */
function dies(): boolean {
  effects += 1;
  if (effects - 1 !== killAfter) return false;
  onKill();
  return true;
}

/** That of the host, which may be the last that the process does. */
function mortal(configuration: HostConfiguration): HostConfiguration {
  const lived = async <Value>(value: Value) => (dies() ? new Promise<never>(() => {}) : value);
  return {
    read: (path) => configuration.read(path),
    missingFolders: (path) => configuration.missingFolders(path),
    removeFolders: (path, folders) => configuration.removeFolders(path, folders),
    replace: async (change: FileReplacement) => lived(await configuration.replace(change)),
    run: async (words) => lived(await configuration.run(words)),
    bootSpace: () => configuration.bootSpace(),
  };
}

/** A new process on the same host and database. */
function newProcess() {
  const parts = host.parts;
  const machine = testHost("local", "test:///default", {
    ...parts,
    configuration: able(mortal(need(parts.configuration))),
  });
  const bound = testHost("local", "test:///default", {
    files: able(kernel.tree),
    writer: able(kernel),
    unchangeable: null,
  });
  const preparations = new HostPreparations({
    fleet: { host: () => ({ machine }) },
    database,
    dataFolder: temporaryFolder(),
  });
  const bindings = new HostBindings({
    fleet: { host: () => ({ machine: bound, runLong: () => Promise.reject(new Error("no libvirt")) }) },
    database,
  });
  const kinds = [
    bindings.kind("reserve"),
    bindings.kind("return"),
    preparations.kind(),
    returnKind({ bindings, preparations }),
  ];
  const jobs = new Jobs({ database, kinds, log: silentLog });
  return { machine, preparations, bindings, jobs };
}
type Process = ReturnType<typeof newProcess>;

const partsOf = ({ machine, preparations }: Process) => ({
  machine,
  needed: [],
  made: preparations.changesOf("local").all(),
  by: "ada",
  originals: "/kept",
});

async function planned(process: Process): Promise<PlannedReturn> {
  const { bindings, preparations, machine } = process;
  const report = await kernel.report();
  return planReturnCards({
    report,
    addresses,
    binding: await nextBinding(need(machine.files), preparations.changesOf("local").all()),
    planNow: (held) => planBinding(report, bindings, { hostId: "local", act: "return", addresses: held }),
    planStart: (change) => planChange(partsOf(process), change),
  });
}

function begun({ jobs }: Process, { plan: { title, kind, steps, refusal }, jobInput }: PlannedReturn) {
  if (refusal !== null) throw new Error(refusal);
  const subjects = ["boot"];
  return jobs.start({ title, kind, steps, subjects, hostId: "local", startedBy: "ada", input: jobInput });
}

async function run(process: Process, plan: PlannedReturn) {
  return process.jobs.ended(begun(process, plan).id);
}

/** Reserves the card now and at the next start. */
async function reserve(process: Process, wish: object = { vfioAddresses: addresses }): Promise<void> {
  const now = planBinding(await kernel.report(), process.bindings, {
    hostId: "local",
    act: "reserve",
    addresses,
  });
  const start = await planChange(partsOf(process), wishedChangeSchema.parse(wish));
  for (const plan of [
    { plan: now.plan, jobInput: now.input, addresses },
    { ...start, addresses },
  ])
    expect(await run(process, plan)).toMatchObject({ state: "done", problem: null });
}

async function reserved({ preparations, machine }: Process) {
  const { devices } = await kernel.report();
  const all = await reservedNow(need(machine.files), devices, preparations.changesOf("local").all());
  return all.map(({ address, now, nextStart }) => `${address} ${now} ${nextStart !== null}`);
}

test("returns a card now and at the next start, with one plan", async () => {
  const process = newProcess();
  const [before, drivers] = [lookAt(host.root), kernel.bindings()];
  await reserve(process);
  expect(await reserved(process)).toEqual(addresses.map((address) => `${address} true true`));
  const plan = await planned(process);
  expect(plan.plan.steps.map(({ title }) => title)).toContainEqual(expect.stringContaining("Return GA102"));
  expect(await run(process, plan)).toMatchObject({ state: "done", problem: null });
  expect(await reserved(process)).toEqual([]);
  expect(kernel.bindings()).toEqual(drivers);
  const after = lookAt(host.root);
  expect(after["etc/default/grub"]).toBe(before["etc/default/grub"]);
});

test("a twin that was reserved by the same id keeps its reservation, by its address", async () => {
  const process = newProcess();
  const { devices } = await kernel.report();
  const idOf = (address: string) => {
    const found = devices.find((device) => device.address === address);
    return `${found?.vendorId}:${found?.deviceId}`;
  };
  await reserve(process, { addIds: addresses.map(idOf) });
  expect((await reserved(process)).map((text) => text.slice(0, 12))).toEqual([
    ...addresses,
    twin.gpu,
    twin.audio,
  ]);
  expect(await run(process, await planned(process))).toMatchObject({ state: "done", problem: null });
  expect(await reserved(process)).toEqual([`${twin.gpu} false true`, `${twin.audio} false true`]);
});

test("what another program reserves is refused, and nothing is done", async () => {
  const process = newProcess();
  host.write(`etc/driverctl.d/pci-${pair.gpu}`, "vfio-pci\n");
  const { plan } = await planned(process);
  expect(plan.refusal).toContain(`driverctl unset-override ${pair.gpu}`);
  expect(plan.steps).toEqual([]);
});

test.each(["finish", "undo"] as const)("killed after each effect, and %s", async (choice) => {
  for (let point = 0, last = false; !last; point += 1) {
    kernel.reset();
    host.install();
    database.close();
    database = openTestDatabase();
    const process = newProcess();
    await reserve(process);
    const [before, drivers] = [lookAt(host.root), kernel.bindings()];
    const plan = await planned(process);
    effects = 0;
    killAfter = point;
    kernel.faultAt = () => (dies() ? "killed-after" : null);
    const killed = new Promise<"killed">((resolve) => (onKill = () => resolve("killed")));
    const ended = process.jobs.ended(begun(process, plan).id);
    last = (await Promise.race([killed, ended])) !== "killed";
    killAfter = null;
    kernel.faultAt = () => null;
    if (last) {
      expect(point).toBeGreaterThan(8);
      break;
    }
    const next = newProcess();
    const [job] = next.jobs.interrupted();
    next.jobs[choice](job?.id ?? "");
    const state = choice === "undo" ? "undone" : "done";
    expect(await next.jobs.ended(job?.id ?? ""), `killed after ${point}`).toMatchObject({
      state,
      problem: choice === "undo" ? expect.anything() : null,
    });
    if (choice === "finish") expect(await reserved(next)).toEqual([]);
    else {
      expect(lookAt(host.root)).toEqual(before);
      expect(kernel.bindings()).toEqual(drivers);
    }
  }
});
