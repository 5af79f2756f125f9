import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import BetterSqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Allowed } from "../access/allowed.schema";
import { isAllowed } from "../access/is-allowed.schema";
import { installation, type ObjectKind, type ObjectReference } from "../access/object.schema";
import { rights } from "../access/rights";
import { type SharedLevel, sharedLevels } from "../access/shared-rights";
import { procedureKinds } from "../api/procedure-kinds";
import { appRouter } from "../api/router";
import { configureHosts } from "../hosts";
import { inputs } from "./inputs.test-data";
import { closeCode, reader, SocketWorld } from "./socket-world.test-data";
import { cookieOf, goodPassword } from "./test-server.test-data";

/**
 * Every procedure is tried by members about a VM that is not shared with them, and about one that does not exist: the two
 * answers are the same to the byte. And by those whom it is shared with, who may what they are told that they may.
 */
const run = promisify(execFile);
const hostId = "local";
const [secret, own, missing] = [randomUUID(), randomUUID(), randomUUID()];
const secretName = "strictly-private";
const kinds = procedureKinds(appRouter);
const paths = [...kinds.keys()];

let libvirtd: PrivateLibvirtd;
let world: SocketWorld;
/** A job that is about the VM that is not theirs. */
let jobId: string;
/** By name: a member without a share, one who owns another VM, one who may make VMs, and one for each level of the VM. */
const cookies = new Map<string, string>();
const ids = new Map<string, string>();

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  for (const [name, uuid] of [
    [secretName, secret],
    ["own", own],
  ] as const) {
    const file = join(libvirtd.folder, `${name}.xml`);
    await writeFile(
      file,
      `<domain type='qemu'><name>${name}</name><uuid>${uuid}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os></domain>`,
    );
    await run("virsh", ["-q", "-c", libvirtd.uri, "define", file]);
  }
  world = await SocketWorld.start({ libvirtUri: libvirtd.uri }, configureHosts);
  const share = async (person: string, vmId: string, level: SharedLevel) =>
    act("share.set", { hostId, vmId, subject: { kind: "user", id: ids.get(person) }, level });
  for (const name of ["stranger", "neighbour", "maker", ...sharedLevels]) await invite(name);
  await vi.waitUntil(async () => (await callAs("admin", "vm.xml", { hostId, vmId: own })).status === 200, {
    timeout: 60_000,
    interval: 200,
  });
  await share("neighbour", own, "owner");
  const maker = { kind: "user", id: ids.get("maker") };
  await act("grant.set", {
    subject: maker,
    hostId,
    grant: { pools: ["disks"], networks: [], media: ["none"], devices: ["none"] },
  });
  for (const level of sharedLevels) await share(level, secret, level);
  await act("console.setWatching", { hostId, vmId: secret, viewersMayWatch: true });
  await act("vm.act", { hostId, vmIds: [secret], action: "start" });
  const { jobs } = (await firstMessage("admin", "job.watch", undefined)) as { jobs: { id: string }[] };
  jobId = jobs[0]?.id ?? expect.unreachable("the start was no job");
}, 180_000);

afterAll(async () => {
  await world?.server.stop();
  await libvirtd?.stop();
});

describe.each(["stranger", "neighbour", "maker"])(
  "a %s is told of another's VM what they are told of none",
  (who) => {
    test.each(paths.filter((path) => !/^session\.|^account\./.test(path)))("%s", async (path) => {
      const about = async (vmId: string, job: string) => {
        const answer = await answerTo(who, path, withNames(inputs[path], { hostId, vmId, jobId: job }));
        return JSON.stringify(answer)
          .replaceAll(vmId, "UUID")
          .replaceAll(job, "JOB")
          .replace(/"at":\d+/g, "TIME")
          .replace(/"available(Memory)?Bytes":\d+/g, "FREE");
      };
      const theirs = await about(secret, jobId);
      expect(theirs).toBe(await about(missing, randomUUID()));
      expect(theirs).not.toContain(secretName);
    });
  },
);

test.each(paths.filter((path) => !/^session\.|^account\./.test(path)))(
  "a host without a VM of theirs is none to a stranger: %s",
  async (path) => {
    const on = async (host: string) => {
      const names = { hostId: host, vmId: missing, jobId: missing };
      return JSON.stringify(await answerTo("stranger", path, withNames(inputs[path], names)))
        .replaceAll(encodeURIComponent(host), "HOST")
        .replaceAll(host, "HOST");
    };
    expect(await on(hostId)).toBe(await on("no-such-host"));
  },
);

test("whom nothing is shared with sees an empty fleet; whom a VM is shared with, it and its host's name", async () => {
  expect(await firstMessage("stranger", "fleet.watch", undefined)).toMatchObject({ hosts: [], vms: [] });
  expect(await firstMessage("neighbour", "fleet.watch", undefined)).toMatchObject({
    hosts: [{ id: hostId, connection: "connected", uri: "", cpus: 0, networks: [], pools: [] }],
    vms: [{ id: own }],
  });
  for (const who of ["stranger", "neighbour"])
    expect(await firstMessage(who, "job.watch", undefined)).toMatchObject({ jobs: [] });
  expect(await firstMessage("operator", "job.watch", undefined)).toMatchObject({ jobs: [{ id: jobId }] });
});

test("who may make VMs sees their host, what is theirs to use there, and no VM of others", async () => {
  expect(await firstMessage("maker", "fleet.watch", undefined)).toMatchObject({
    hosts: [{ id: hostId, connection: "connected", uri: "", cpus: 0, networks: [], pools: [] }],
    vms: [],
  });
  const { body } = await callAs("maker", "create.choices", { hostId });
  expect(JSON.parse(body).result.data).toMatchObject({
    ...{ vmNames: [], templates: [], networks: [], pools: [], filters: [], devices: [], usbDevices: [] },
    ...{ interfaces: null, inputs: null, lookingGlass: null, cpus: null, hugepages: [] },
    grant: { owners: [{ name: "maker" }] },
  });
});

test("of several VMs each that is not theirs is refused as one that is not there", async () => {
  const input = (vmId: string) => ({ hostId, vmIds: [own, vmId], autostart: false });
  const [theirs, none] = [
    await callAs("neighbour", "vm.setAutostart", input(secret)),
    await callAs("neighbour", "vm.setAutostart", input(missing)),
  ];
  expect(JSON.parse(theirs.body).result.data.results).toMatchObject([
    { vmId: own, name: "own", ok: true },
    { vmId: secret, name: secret, ok: false },
  ]);
  expect(theirs.body.replaceAll(secret, missing)).toBe(none.body);
});

describe.each(sharedLevels)("as its %s", (level) => {
  const vm = { kind: "vm", hostId, vmId: secret } as const;

  test.each(paths.filter((path) => !/^session\.|^account\./.test(path)))("%s", async (path) => {
    const allowed = await allowedOf(level);
    const names = { hostId, vmId: secret, jobId };
    const { error } = (await answerTo(level, path, withNames(inputs[path], names))) as Failure;
    const code = error?.data.code ?? null;
    // A named device is booked by the right to the VM where it is for one.
    const concerned = (Object.keys(rights) as ObjectKind[]).filter(
      (kind) => Object.hasOwn(rights[kind], path) && !(kind === "named" && Object.hasOwn(rights.vm, path)),
    );
    const may = concerned.every((kind) => isAllowed(allowed, path, objectOf(kind)));
    if (may) expect(["UNAUTHORIZED", "FORBIDDEN"]).not.toContain(code);
    else expect(["FORBIDDEN", "NOT_FOUND"]).toContain(code);
    // They see the VM: what they may not do to it is refused, and not denied to be there.
    if (!may && concerned.every((kind) => kind === "vm")) expect(code).toBe("FORBIDDEN");
  });

  function objectOf(kind: ObjectKind): ObjectReference {
    if (kind === "vm") return vm;
    return kind === "installation" ? installation : ({ kind, hostId } as ObjectReference);
  }
});

test("a viewer gets tickets to watch, and is told who is there, only while viewers may watch", async () => {
  const serial = { hostId, vmId: secret, kind: "serial" };
  const set = (viewersMayWatch: boolean) =>
    act("console.setWatching", { hostId, vmId: secret, viewersMayWatch });
  const tries = async () => [
    (await callAs("viewer", "console.watch", serial)).status,
    (await callAs("viewer", "console.open", { ...serial, readOnly: true })).status,
    ((await answerTo("viewer", "console.viewers", serial)) as Failure).error?.data.code ?? null,
  ];
  expect(await tries()).toEqual([200, 403, null]);
  await set(false);
  expect(await tries()).toEqual([403, 403, "FORBIDDEN"]);
  expect((await callAs("operator", "console.watch", serial)).status).toBe(200);
  await set(true);
});

describe("what is taken closes their sockets within a second, and is gone", () => {
  const share = (subject: object, level: SharedLevel | null) =>
    level === null
      ? act("share.remove", { hostId, vmId: secret, subject })
      : act("share.set", { hostId, vmId: secret, subject, level });

  async function closesWhen(take: () => Promise<unknown>): Promise<void> {
    const socket = await world.open("/ws/trpc", { cookie: cookies.get("stranger") ?? "" });
    const stays = await world.open("/ws/trpc", { cookie: cookies.get("neighbour") ?? "" });
    const closed = closeCode(socket);
    const before = performance.now();
    await take();
    expect(await closed).toBe(4403);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(stays.readyState).toBe(stays.OPEN);
    stays.terminate();
  }

  const seen = async () => {
    const { vms } = (await firstMessage("stranger", "fleet.watch", undefined)) as { vms: { id: string }[] };
    return vms.map(({ id }) => id);
  };

  test("a share", async () => {
    const subject = { kind: "user", id: ids.get("stranger") };
    await closesWhen(() => share(subject, "viewer"));
    expect(await seen()).toEqual([secret]);
    await closesWhen(() => share(subject, "operator"));
    await closesWhen(() => share(subject, null));
    expect(await seen()).toEqual([]);
  });

  test("a share of a named device", async () => {
    const device = { hostId, name: "any GPU" };
    const subject = { kind: "user", id: ids.get("stranger") };
    nameDevice(device);
    const seesDevices = () => firstMessage("stranger", "booking.watch", { hostId });
    await closesWhen(() => act("share.setDevice", { ...device, subject, level: "viewer" }));
    expect(await seesDevices()).toMatchObject([{ name: device.name, rules: null, bookings: [] }]);
    expect((await callAs("stranger", "booking.setRules", { ...device, rules: null })).status).toBe(403);
    await closesWhen(() => act("share.setDevice", { ...device, subject, level: "owner" }));
    expect((await callAs("stranger", "booking.setRules", { ...device, rules: null })).status).toBe(200);
    await closesWhen(() => act("share.removeDevice", { ...device, subject }));
    for (const path of ["booking.setRules", "booking.watch", "share.watchDevice", "share.removeDevice"]) {
      const tried = async (name: string) =>
        JSON.stringify(await answerTo("stranger", path, { ...device, name, subject, rules: null }));
      expect((await tried(device.name)).replaceAll(device.name, "NAME")).toBe(
        (await tried("none")).replaceAll("none", "NAME"),
      );
    }
  });

  test("a grant to make VMs", async () => {
    const subject = { kind: "user", id: ids.get("stranger") };
    const grant = { pools: ["disks"], networks: [], media: [], devices: [] };
    await closesWhen(() => act("grant.set", { subject, hostId, grant }));
    expect((await callAs("stranger", "create.choices", { hostId })).status).toBe(200);
    await closesWhen(() => act("grant.set", { subject, hostId, grant: { ...grant, pools: [] } }));
    await closesWhen(() => act("grant.set", { subject, hostId, grant: null }));
    expect((await callAs("stranger", "create.choices", { hostId })).status).toBe(404);
  });

  test("a group, and being in it", async () => {
    const group = async (userIds: (string | undefined)[]) =>
      act("group.change", { groupId, name: "team", userIds });
    const made = await act("group.create", { name: "team", userIds: [ids.get("stranger")] });
    const { groupId } = JSON.parse(made.body).result.data;
    await closesWhen(() => share({ kind: "group", id: groupId }, "viewer"));
    expect(await seen()).toEqual([secret]);
    await closesWhen(() => group([]));
    expect(await seen()).toEqual([]);
    await closesWhen(() => group([ids.get("stranger")]));
    await closesWhen(() => act("group.delete", { groupId }));
    expect(await seen()).toEqual([]);
  });
});

test("an owner deletes their VM, sees how that ends, and nobody has a share of it any more", async () => {
  const vm = { hostId, vmId: own };
  const dataOf = ({ status, body }: { status: number; body: string }) => {
    expect([status, body]).toEqual([200, expect.anything()]);
    return JSON.parse(body).result.data;
  };
  const { fingerprint } = dataOf(await callAs("neighbour", "vm.planDelete", { ...vm, deleteDisks: [] }));
  const deletion = { ...vm, deleteDisks: [], fingerprint };
  const { jobId: deleting } = dataOf(await callAs("neighbour", "vm.delete", deletion));
  await vi.waitUntil(
    async () => {
      const { jobs } = (await firstMessage("neighbour", "job.watch", undefined)) as {
        jobs: { id: string; state: string }[];
      };
      return jobs.find(({ id }) => id === deleting)?.state === "done";
    },
    { timeout: 30_000, interval: 100 },
  );
  expect(Object.keys((await allowedOf("neighbour")).shared)).toEqual([]);
  expect(dataOf(await callAs("admin", "share.ofUser", { userId: ids.get("neighbour") }))).toEqual({
    vms: [],
    devices: [],
  });
  expect((await callAs("neighbour", "vm.xml", vm)).status).toBe(404);
});

interface Failure {
  error?: { data: { code: string } };
}

/** Gives a card that the host does not have a name: what the host has is another matter on each. */
function nameDevice({ hostId: host, name }: { hostId: string; name: string }): void {
  const database = new BetterSqlite(join(world.server.dataFolder, "passdeck.db"));
  const member = {
    ...{ address: "0000:01:00.0", vendorId: "10de", deviceId: "2684" },
    ...{ subsystem: null, serialNumber: null, label: "A GPU" },
  };
  database
    .prepare("insert into named_devices (host_id, name, note, members) values (?, ?, '', ?)")
    .run(host, name, JSON.stringify([member]));
  database.close();
}

/** Makes a member. */
async function invite(name: string): Promise<void> {
  const invited = await act("people.invite", { name, role: "member" });
  const { token } = JSON.parse(invited.body).result.data;
  cookies.set(name, cookieOf(await world.server.mutate("session.join", { token, password: goodPassword })));
  const people = (await firstMessage("admin", "people.watch", undefined)) as { id: string; name: string }[];
  ids.set(name, people.find((person) => person.name === name)?.id ?? "");
}

const cookieFor = (who: string) => (who === "admin" ? world.cookie : (cookies.get(who) ?? ""));

async function act(path: string, input: object) {
  const answer = await callAs("admin", path, input);
  expect([path, answer.status, answer.body]).toEqual([path, 200, expect.anything()]);
  return answer;
}

async function callAs(who: string, path: string, input: unknown) {
  const cookie = cookieFor(who);
  if (kinds.get(path) === "mutation") return world.server.mutate(path, input, { cookie });
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return world.server.request(`/api/trpc/${path}${query}`, { headers: { cookie } });
}

/** What a procedure answers; of a subscription its first message. */
async function answerTo(who: string, path: string, input: unknown): Promise<unknown> {
  if (kinds.get(path) === "subscription") return firstFrame(who, path, input);
  const { status, body } = await callAs(who, path, input);
  return { status, ...JSON.parse(body) };
}

async function firstFrame(who: string, path: string, input: unknown): Promise<unknown> {
  const socket = await world.open("/ws/trpc", { cookie: cookieFor(who) });
  const next = reader(socket);
  socket.send(JSON.stringify({ id: 1, method: "subscription", params: { path, input } }));
  for (;;) {
    const frame = (await next()) as { result?: { type: string } };
    if (frame.result?.type === "started") continue;
    socket.terminate();
    return frame;
  }
}

async function firstMessage(who: string, path: string, input: unknown): Promise<unknown> {
  const { result } = (await firstFrame(who, path, input)) as { result: { data: unknown } };
  return result.data;
}

async function allowedOf(who: string): Promise<Allowed> {
  const { body } = await callAs(who, "session.state", undefined);
  return JSON.parse(body).result.data.allowed;
}

/** The input of the other tests, about other things. */
function withNames(input: unknown, names: { hostId: string; vmId: string; jobId: string }): unknown {
  if (input === undefined) return undefined;
  return JSON.parse(
    JSON.stringify(input, (key, value) => {
      if (key === "vmIds") return [names.vmId];
      return Object.hasOwn(names, key) ? names[key as keyof typeof names] : value;
    }),
  );
}
