import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FleetStore } from "@/components/fleet/fleet-store";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { OwnHost } from "@/e2e/libvirtd/own-host";
import { childrenOf, PrivateSshd } from "@/e2e/ssh/private-sshd";
import { stopProcess } from "@/e2e/stop-process";
import { schemasHere } from "../host/libvirt/schemas.test-data";
import { fingerprintOf } from "../host/route/key-fingerprint";
import { type ApiWorld, startApiOf } from "../http/api-client.test-data";
import { noDownloads } from "../http/test-server.test-data";
import type { AddHost, CheckHost, CheckNews } from "../work/hosts/host-request.schema";

const vmId = randomUUID();
const nearId = randomUUID();
const far = { hostId: "far", vmId };
const patience = { timeout: 60_000, interval: 20 };

let near: OwnHost;
let there: OwnHost;
let sshd: PrivateSshd;
let world: ApiWorld;
let fleet: FleetStore;
const dataFolder = mkdtempSync(join(tmpdir(), "passdeck-hosts-"));

const open = () =>
  startApiOf(async () => ({ hosts: [near.host()], downloads: noDownloads, close: async () => undefined }), {
    dataFolder,
  });

beforeAll(async () => {
  [near, there, sshd] = await Promise.all([
    OwnHost.start("near", schemasHere),
    OwnHost.start("there", schemasHere),
    PrivateSshd.start(),
  ]);
  const twin = bareDomainXml("neighbour", []).replace("<memory", `<uuid>${nearId}</uuid><memory`);
  await near.define(twin);
  await there.define(bareDomainXml("traveller", []).replace("<memory", `<uuid>${vmId}</uuid><memory`));
  world = await open();
  fleet = watchFleet();
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await Promise.all([near?.stop(), there?.stop(), sshd?.stop()]);
  rmSync(dataFolder, { recursive: true, force: true });
});

function watchFleet(): FleetStore {
  const store = new FleetStore();
  world.api.fleet.watch.subscribe(undefined, { onData: (message) => void store.apply(message) });
  return store;
}

const way = () => {
  const { route, pins, credential } = sshd.access();
  return {
    route: { transport: "ssh" as const, ...route },
    pins: [...pins],
    credential,
    uri: there.libvirtd.uri,
  };
};
const wish = (): AddHost => ({ name: "far", ...way() });
const summary = () => fleet.allHosts().find(({ id }) => id === "far");
const until = (holds: () => boolean) => vi.waitUntil(holds, patience);

/** All that a check tells, to its end. */
function check(parts: Partial<CheckHost> = {}): Promise<CheckNews[]> {
  const news: CheckNews[] = [];
  return new Promise((resolve, reject) => {
    world.api.hosts.check.subscribe(
      { hostId: null, ...way(), ...parts },
      { onData: (said) => void news.push(said), onComplete: () => resolve(news), onError: reject },
    );
  });
}

const passed = (news: CheckNews[]) => news.filter(({ state }) => state === "passed").map(({ step }) => step);

test("a check asks for the key, then tries each step", async () => {
  const asked = (await check({ pins: [] })).at(-1);
  expect(asked).toMatchObject({ step: "key", state: "asks" });
  expect(asked?.seen).toMatchObject({
    key: sshd.hostKey.key,
    fingerprint: fingerprintOf(sshd.hostKey),
    acceptedFingerprint: null,
  });
  expect(passed(await check())).toEqual(["route", "key", "sign-in", "libvirt", "rights", "version", "files"]);
});

test("a check tells which step fails, and what to do", async () => {
  const { route } = way();
  const last = async (parts: Partial<CheckHost>) => (await check(parts)).at(-1);
  const noPort = { ...route, target: { ...route.target, port: 1 } };
  expect(await last({ route: noPort })).toMatchObject({ step: "route", state: "failed" });
  const wrong = { kind: "password", password: "wrong" } as const;
  expect(await last({ credential: wrong })).toMatchObject({ step: "sign-in", state: "failed" });
  const missing = await last({ uri: "qemu+unix:///system?socket=/run/no-such-socket" });
  expect(missing).toMatchObject({
    step: "libvirt",
    state: "failed",
    said: expect.stringContaining("/run/no-such-socket"),
    fix: expect.stringContaining("systemctl start libvirtd"),
  });
});

test("a host that is added has its VMs in the list, and does what is asked of it", async () => {
  await world.api.hosts.add.mutate(wish());
  await until(() => fleet.vm(`far/${vmId}`)?.state === "off");
  expect(summary()).toMatchObject({ connection: "connected", filesProblem: null });
  await expect(world.api.hosts.add.mutate(wish())).rejects.toThrow("called “far” already");
  const { results } = await world.api.vm.act.mutate({ hostId: "far", vmIds: [vmId], action: "start" });
  expect(results).toMatchObject([{ ok: true }]);
  await until(() => fleet.vm(`far/${vmId}`)?.state === "running");
  expect(await there.virsh("domstate", "traveller")).toBe("running");
  await world.api.vm.act.mutate({ hostId: "far", vmIds: [vmId], action: "force-off" });
  await until(() => fleet.vm(`far/${vmId}`)?.state === "off");
});

test("no secret of it stands in the database, nor is any told", async () => {
  const secret = sshd.privateKey.split("\n")[2] ?? "";
  expect(secret.length).toBeGreaterThan(20);
  for (const name of readdirSync(dataFolder)) {
    expect(readFileSync(join(dataFolder, name)).includes(secret), name).toBe(false);
  }
  const [view] = await new Promise<unknown[]>((resolve) => {
    world.api.hosts.watch.subscribe(undefined, { onData: resolve });
  });
  expect(view).toMatchObject({ hostId: "far", signsInBy: "key", addedBy: "root" });
  expect(JSON.stringify(view)).not.toContain(secret);
});

test("a host that hangs costs the others nothing, keeps its rows, and comes back", async () => {
  const sessions = sshd.sessions().flatMap((pid) => [pid, ...childrenOf(pid)]);
  for (const pid of sessions) stopProcess(pid);
  const hung = world.api.vm.act.mutate({ hostId: "far", vmIds: [vmId], action: "start" });
  for (const action of ["start", "force-off"] as const) {
    const { results } = await world.api.vm.act.mutate({ hostId: "near", vmIds: [nearId], action });
    expect(results).toMatchObject([{ ok: true }]);
  }
  await until(() => fleet.vm(`near/${nearId}`)?.state === "off");
  await until(() => summary()?.connection === "lost");
  expect((await hung).results).toMatchObject([{ ok: false }]);
  expect(summary()).toMatchObject({
    problem: { code: "connection-lost", message: expect.stringContaining("not answered for 15 s") },
    lastSeen: expect.any(Number),
  });
  expect(fleet.vm(`far/${vmId}`)).not.toBeNull();
  for (const pid of sessions) process.kill(pid, "SIGKILL");
  await until(() => summary()?.connection === "connected");
});

test("another host key stops everything, is told with both fingerprints, and goes on once it is accepted", async () => {
  const before = sshd.hostKey;
  for (const pid of sshd.sessions()) process.kill(pid, "SIGKILL");
  await sshd.end();
  sshd.makeHostKey();
  await sshd.run();
  await until(() => summary()?.problem?.code === "host-key");
  expect(fleet.vm(`far/${vmId}`)).not.toBeNull();
  const news = await check({ hostId: "far", pins: [before], credential: { kind: "kept" } });
  expect(news.at(-1)).toMatchObject({
    state: "failed",
    seen: { fingerprint: fingerprintOf(sshd.hostKey), acceptedFingerprint: fingerprintOf(before) },
  });
  const { route, pins, uri } = way();
  await world.api.hosts.change.mutate({ hostId: "far", route, pins, uri, credential: { kind: "kept" } });
  await until(() => summary()?.connection === "connected");
});

test("a kept secret goes to no other address", async () => {
  const { route, pins, uri } = way();
  const elsewhere = { ...route, target: { ...route.target, host: "127.0.0.2" } };
  const change = { hostId: "far", route: elsewhere, pins, uri, credential: { kind: "kept" as const } };
  await expect(world.api.hosts.change.mutate(change)).rejects.toThrow("anew");
  await expect(check({ ...change })).rejects.toThrow("anew");
});

test("a host that is removed is gone with its VMs; what is on it stays", async () => {
  await world.api.hosts.remove.mutate({ hostId: "far" });
  await until(() => summary() === undefined && fleet.vm(`far/${vmId}`) === null);
  expect(await world.api.vm.xml.query(far)).toBeNull();
  await expect(world.api.hosts.remove.mutate({ hostId: "far" })).rejects.toThrow("no host “far”");
  expect(await there.virsh("list", "--all", "--name")).toBe("traveller");
  expect(fleet.allHosts().map(({ id }) => id)).toEqual(["near"]);
});
