import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agentChannel, ensureAgentGuest } from "@/e2e/guest/agent-guest";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { AccessChanges } from "../../access/access-changes";
import { AskedGuests } from "../../access/asked-guests";
import { openDatabase } from "../../database/open-database";
import { Fleet } from "../../fleet/fleet";
import type { GuestGpus } from "../../guest/guest-gpu.schema";
import { runInGuest } from "../../guest/run-in-guest";
import { testHost } from "../../host/test-host.test-data";
import { temporaryFolder } from "../../host/tree.test-data";
import { GuestGpuWatch } from "./guest-gpu-watch";

const run = promisify(execFile);
const vm = { hostId: "local", vmId: "6a0c2f4e-0000-4000-8000-00000000a6e7" };
const migrations = new URL("../../database/migrations", import.meta.url).pathname;
const patience = { timeout: 60_000 };
const log = pino({ level: "silent" });

let libvirtd: PrivateLibvirtd;
let fleet: Fleet;
const virsh = (...words: string[]) => run("virsh", ["-q", "-c", libvirtd.uri, ...words]);

beforeAll(async () => {
  const guest = await ensureAgentGuest();
  libvirtd = await startPrivateLibvirtd();
  const file = join(tmpdir(), `${vm.vmId}.xml`);
  const domain = { name: "asked", uuid: vm.vmId, memoryMiB: 192, network: false, devices: [agentChannel] };
  await writeFile(file, guestDomainXml(guest, domain));
  await virsh("define", file);
  await rm(file);
  fleet = new Fleet([testHost(vm.hostId, libvirtd.uri)], log);
  fleet.start();
}, 300_000);

afterAll(async () => {
  await fleet.stop();
  await libvirtd.stop();
});

test("a guest is asked while somebody looks and where it is allowed, and by its own agent", async () => {
  const changes = new AccessChanges();
  const database = openDatabase({ folder: temporaryFolder(), migrations });
  const asked = new AskedGuests({ database, changes, log });
  const watch = new GuestGpuWatch({ fleet, asked, changes });
  await expect.poll(() => fleet.findVm(vm.hostId, vm.vmId), patience).not.toBeNull();
  const heard: GuestGpus[] = [];
  const last = () => heard.at(-1);
  const leave = watch.watch(vm, (gpus) => heard.push(gpus));
  expect(last()).toEqual({ kind: "not-allowed" });
  asked.set(vm, true);
  await expect.poll(last, patience).toEqual({ kind: "not-running" });
  await virsh("start", "asked");
  await expect.poll(last, patience).toEqual({ kind: "no-agent" });
  await expect.poll(last, patience).toMatchObject({
    kind: "told",
    gpus: [{ name: "NVIDIA GeForce RTX 3090", busy: 0.37, celsius: 61, watts: 215.48 }],
  });
  const { handle } = fleet.vm(vm.hostId, vm.vmId);
  const inGuest = (...command: [string, ...string[]]) =>
    fleet.host(vm.hostId).run("asked", (connection) => runInGuest(connection, handle, command));
  expect(await inGuest("no-such-program")).toBeNull();
  expect(await inGuest("sh", "-c", "echo $0 '$0'; exit 3", "a b")).toEqual({
    exitCode: 3,
    output: "a b $0\n",
  });
  // It answers nothing from here on, and this neither.
  await expect(inGuest("killall", "-STOP", "qemu-ga")).rejects.toThrow();
  await expect
    .poll(last, patience)
    .toMatchObject({ kind: "failed", problem: expect.stringContaining("agent") });
  asked.set(vm, false);
  await expect.poll(last, patience).toEqual({ kind: "not-allowed" });
  leave();
  database.close();
}, 120_000);
