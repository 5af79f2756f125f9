import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { DefinitionVersions } from "../../database/definition-versions";
import type { Database } from "../../database/open-database";
import { Fleet } from "../../fleet/fleet";
import type { StepContext } from "../../job/job-kind";
import { openTestDatabase, silentLog } from "../../job/test-world.test-data";
import { DefinitionHistory } from "../definition/definition-history";
import type { CreateInput } from "./create-input.schema";
import { type CreateRooms, defineStep, startStep } from "./domain-steps";

const run = promisify(execFile);
const hostId = "local";
const context: StepContext = {
  signal: new AbortController().signal,
  resumed: false,
  report: () => undefined,
  progress: () => undefined,
};

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
  fleet = new Fleet([{ id: hostId, uri: libvirtd.uri, demo: false, tree: null }], silentLog);
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
    by: "ada",
    xml: `<domain type='qemu'><name>${name}</name><uuid>${vmId}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices><graphics type='vnc'/></devices></domain>`,
    passwordsOf: null,
    volumes: [],
    seed: null,
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
  await expect(define.verify()).rejects.toThrow(/one was deleted/);
  await expect(start.run(context)).rejects.toThrow(/one was deleted/);
  // As after a crash, both are done twice.
  for (const resumed of [false, true]) await define.run({ ...context, resumed });
  for (const resumed of [false, true]) await start.run({ ...context, resumed });
  await define.verify();
  expect(await virsh("domstate", "one")).toBe("running");
  expect(versions.latest({ hostId, vmId: input.vmId })).toMatchObject({ by: "ada", what: "Created" });
  await define.undo();
  await define.undo();
  await start.undo();
  expect(await names()).not.toContain("one");
});

test("does not take the name of another VM, nor that VM away", async () => {
  await defineStep(rooms, hostId, inputOf("two", 2)).run(context);
  const other = defineStep(rooms, hostId, inputOf("two", 3));
  await expect(other.run(context)).rejects.toThrow(/two/);
  await other.undo();
  const sameUuid = defineStep(rooms, hostId, inputOf("two", 2));
  await expect(sameUuid.run(context)).rejects.toThrow(/a VM with its UUID/);
  await sameUuid.undo();
  expect(await virsh("domuuid", "two")).toBe(inputOf("two", 2).vmId);
});

test("does not make a clone whose original was started while its disks were copied", async () => {
  const original = inputOf("three", 4);
  await defineStep(rooms, hostId, original).run(context);
  await virsh("start", "three");
  const copyOf = { pool: "default", volume: "three.raw" };
  const volumes = [{ pool: "default", volume: "four.raw", bytes: null, format: "raw" as const, copyOf }];
  const clone = defineStep(rooms, hostId, inputOf("four", 5, { passwordsOf: original.vmId, volumes }));
  await expect(clone.run(context)).rejects.toThrow(/three was started while its disks were copied/);
  await virsh("destroy", "three");
  await clone.run(context);
  expect(await names()).toContain("four");
});
