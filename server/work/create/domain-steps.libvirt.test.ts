import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { DefinitionVersions } from "../../database/definition-versions";
import type { Database } from "../../database/open-database";
import { Fleet } from "../../fleet/fleet";
import type { ManagedHost } from "../../fleet/managed-host";
import { testHost } from "../../host/test-host.test-data";
import { LoneStep, openTestDatabase, silentLog } from "../../job/test-world.test-data";
import type { Connection } from "../../libvirt/connection";
import { DefinitionHistory } from "../definition/definition-history";
import type { CreateInput } from "./create-input.schema";
import { withMark } from "./definition-mark";
import { type CreateRooms, defineStep, startStep } from "./domain-steps";

const run = promisify(execFile);
const hostId = "local";
let libvirtd: PrivateLibvirtd;
let fleet: Fleet;
let database: Database;
let rooms: CreateRooms;
let versions: DefinitionVersions;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const names = async () => (await virsh("list", "--all", "--name")).split("\n").filter(Boolean);

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  database = openTestDatabase();
  fleet = new Fleet([testHost(hostId, libvirtd.uri)], silentLog);
  fleet.start();
  const connected = () => fleet.hostSummaries()[0]?.connection === "connected";
  await vi.waitUntil(connected, { timeout: 60_000, interval: 20 });
  versions = new DefinitionVersions(database);
  rooms = { fleet, definitions: new DefinitionHistory(fleet, versions, silentLog) };
}, 180_000);

afterAll(async () => {
  await fleet?.stop();
  await libvirtd?.stop();
  database?.close();
});

function inputOf(name: string, digit: number, part: Partial<CreateInput> = {}): CreateInput {
  const vmId = `6fb2ee3e-4a0c-4a65-9d0b-00000000000${digit}`;
  return {
    vmId,
    name,
    owner: null,
    by: "ada",
    xml: `<domain type='qemu'><name>${name}</name><uuid>${vmId}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices><graphics type='vnc'/></devices></domain>`,
    passwordsOf: null,
    fromHost: null,
    volumes: [],
    seed: null,
    answers: null,
    installation: null,
    variables: null,
    tpm: null,
    start: true,
    ...part,
  };
}

test("defines and starts a VM under its author's name, and leaves nothing of it when taken back while it runs", async () => {
  const input = inputOf("one", 1);
  const define = defineStep(rooms, hostId, input);
  const start = startStep(fleet, hostId, input);
  const [defined, started] = [new LoneStep(), new LoneStep()];
  await expect(define.verify(defined)).rejects.toThrow(/one was deleted/);
  await expect(new LoneStep().run(start)).rejects.toThrow(/one was deleted/);
  // As after a crash, both are done twice.
  for (const _ of [1, 2]) await defined.run(define);
  for (const _ of [1, 2]) await started.run(start);
  await define.verify(defined);
  expect(await virsh("dumpxml", "one")).not.toContain("passdeck");
  expect(await virsh("domstate", "one")).toBe("running");
  expect(versions.latest({ hostId, vmId: input.vmId })).toMatchObject({ by: "ada", what: "Created" });
  await defined.undo(define);
  await defined.undo(define);
  await started.undo(start);
  expect(await names()).not.toContain("one");
});

test("does not take the name of another VM, nor that VM away", async () => {
  await new LoneStep().run(defineStep(rooms, hostId, inputOf("two", 2)));
  const other = new LoneStep();
  await expect(other.run(defineStep(rooms, hostId, inputOf("two", 3)))).rejects.toThrow(/two/);
  await other.undo(defineStep(rooms, hostId, inputOf("two", 3)));
  const sameUuid = defineStep(rooms, hostId, inputOf("two", 2));
  for (const resumed of [false, true]) {
    const lone = new LoneStep();
    lone.resumed = resumed;
    await expect(lone.run(sameUuid)).rejects.toThrow(/a VM with its UUID/);
    await lone.undo(sameUuid);
  }
  expect(await virsh("domuuid", "two")).toBe(inputOf("two", 2).vmId);
});

test("a crash before libvirt's answer: the VM is known by its mark, and one that somebody else imported stays", async () => {
  const input = inputOf("five", 6, { start: false });
  const mark = "0e8a3a5e-6b7f-4f4e-8d53-6a5e8a4c7d11";
  const lone = new LoneStep();
  await new LoneStep().run(defineStep(rooms, hostId, input));
  lone.remember({ state: "asked", mark });
  lone.resumed = true;
  await expect(lone.run(defineStep(rooms, hostId, input))).rejects.toThrow(/a VM with its UUID/);
  await lone.undo(defineStep(rooms, hostId, input));
  expect(await names()).toContain("five");
  const file = join(libvirtd.folder, "five.xml");
  await writeFile(file, withMark(await virsh("dumpxml", "five"), mark));
  await virsh("define", file);
  lone.remember({ state: "asked", mark });
  await lone.undo(defineStep(rooms, hostId, input));
  expect(await names()).not.toContain("five");
});

test("a definition that libvirt takes over only after the connection broke is no failure", async () => {
  const input = inputOf("six", 7, { start: false });
  const real = fleet.host(hostId);
  let runs = 0;
  const run: ManagedHost["run"] = (subject, work) => {
    // Somebody asks again: the daemon goes on, with what it was sent before at first.
    if (++runs === 2) libvirtd.resume();
    return real.run(subject, (connection) => work(runs === 1 ? cutInDefine(connection) : connection));
  };
  const cut = standIn(fleet, { host: () => standIn(real, { run }) });
  const definitions = new DefinitionHistory(cut, versions, silentLog);
  await new LoneStep().run(defineStep({ fleet: cut, definitions }, hostId, input));
  expect(runs).toBeGreaterThan(2);
  expect(await virsh("domuuid", "six")).toBe(input.vmId);
  expect(await virsh("dumpxml", "six")).not.toContain("passdeck");
});

/** A connection that breaks when a definition has been sent, to a daemon that does not get round to it. */
function cutInDefine(connection: Connection): Connection {
  const call: Connection["call"] = async (name, ...rest) => {
    if (name !== "domain_define_xml_flags") return connection.call(name, ...rest);
    libvirtd.pause();
    const answer = connection.call(name, ...rest);
    setImmediate(() => void connection.close());
    return answer;
  };
  return standIn(connection, { call });
}

/** `original` with some of its methods replaced; all others are called on itself, as private members ask. */
function standIn<T extends object>(original: T, replaced: Partial<T>): T {
  return new Proxy(original, {
    get(target, name) {
      const found = Reflect.get(name in replaced ? replaced : target, name);
      return typeof found === "function" && !(name in replaced) ? found.bind(target) : found;
    },
  });
}

test("does not make a clone whose original was started while its disks were copied", async () => {
  const original = inputOf("three", 4);
  await new LoneStep().run(defineStep(rooms, hostId, original));
  await virsh("start", "three");
  const copyOf = { pool: "default", volume: "three.raw" };
  const volumes = [{ pool: "default", volume: "four.raw", bytes: null, format: "raw" as const, copyOf }];
  const clone = defineStep(rooms, hostId, inputOf("four", 5, { passwordsOf: original.vmId, volumes }));
  await expect(new LoneStep().run(clone)).rejects.toThrow(/three was started while its disks were copied/);
  await virsh("destroy", "three");
  await new LoneStep().run(clone);
  expect(await names()).toContain("four");
});
