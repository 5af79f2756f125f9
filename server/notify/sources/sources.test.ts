import { expect, test, vi } from "vitest";
import { AccessChanges } from "../../access/access-changes";
import { sessions, users } from "../../database/tables/people";
import { testDatabaseIn } from "../../database/testing/test-database";
import type { FleetMessage, HostSummary, VmSummary } from "../../fleet/schema";
import type { Check } from "../../host/checks/check.schema";
import { temporaryFolder } from "../../host/tree.test-data";
import type { Job, JobMessage } from "../../job/job.schema";
import type { HardwareReport } from "../../pci/schema";
import type { PoolSummary } from "../../storage/pool.schema";
import { Conditions } from "../conditions";
import type { Occurrence } from "../occurrence.schema";
import { tellChecks } from "./failed-checks";
import { tellFullPools } from "./full-pools";
import { tellHosts } from "./host-connections";
import { tellJobs } from "./job-events";
import { tellLostCards } from "./lost-cards";
import { tellSignIns } from "./sign-ins";

const vmId = "0d6a5e1c-0000-4000-8000-00000000abcd";

/** Takes the place of notifications: what is told, with conditions as they are kept. */
function listener() {
  const database = testDatabaseIn(temporaryFolder());
  const conditions = new Conditions(database);
  const told: Occurrence[] = [];
  const keys = new Set<string>();
  return {
    database,
    told,
    titles: () => told.splice(0).map(({ title }) => title),
    tell(key: string, occurrence: Occurrence) {
      if (!keys.has(key)) told.push(occurrence);
      keys.add(key);
    },
    raise(condition: string, occurrence: Occurrence) {
      if (conditions.raise(condition, 1)) told.push(occurrence);
    },
    clear(condition: string, occurrence: Occurrence | null = null) {
      if (conditions.clear(condition) && occurrence !== null) told.push(occurrence);
    },
    raised: (prefix: string) => conditions.keys(prefix),
  };
}

const step = { title: "Step", effect: "", risk: null, undo: null, problem: null, progress: null };

function job(part: Partial<Job>, stepState: Job["steps"][number]["state"] = "failed"): Job {
  const base = {
    id: vmId,
    hostId: "local",
    title: "Start web",
    kind: "vm-action",
    subjects: [vmId],
    startedBy: "ada",
  };
  const ended = { startedAt: 1, endedAt: Date.now(), state: "failed" as const, problem: "QEMU said no." };
  const rest = { cancellable: false, independent: false, report: null };
  return { ...base, ...ended, ...rest, steps: [{ ...step, state: stepState }], ...part };
}

test("jobs that failed or were interrupted are told once; cancelled, undone and old ones are not", () => {
  const notifications = listener();
  let send: (message: JobMessage) => void = () => undefined;
  const watch = (sink: typeof send) => {
    send = sink;
    return () => undefined;
  };
  tellJobs({ jobs: { watch }, notifications, vmName: () => "web" });
  const failed = job({});
  send({ kind: "snapshot", jobs: [failed, job({ id: "old", endedAt: 1 })] });
  send({ kind: "job", job: failed });
  expect(notifications.told).toMatchObject([
    { title: "Job failed: Start web", detail: "QEMU said no. It was started by ada.", vmId, vmName: "web" },
  ]);
  notifications.titles();
  send({ kind: "job", job: job({ state: "undone", problem: "ada cancelled it." }, "undone") });
  send({ kind: "job", job: job({ state: "done", problem: null }, "done") });
  expect(notifications.titles()).toEqual([]);
  send({ kind: "job", job: job({ state: "undone", endedAt: Date.now() + 5 }) });
  send({ kind: "job", job: job({ state: "interrupted", endedAt: null }, "running") });
  expect(notifications.titles()).toEqual(["Job failed: Start web", "Job interrupted: Start web"]);
  // After a restart it still is; once it has gone on it may be interrupted again.
  tellJobs({ jobs: { watch }, notifications, vmName: () => "web" });
  const interrupted = job({ state: "interrupted", endedAt: null }, "running");
  send({ kind: "snapshot", jobs: [interrupted] });
  expect(notifications.titles()).toEqual([]);
  send({ kind: "job", job: job({ state: "running", endedAt: null }, "running") });
  send({ kind: "job", job: interrupted });
  expect(notifications.titles()).toEqual(["Job interrupted: Start web"]);
});

function pool(used: number, part: Partial<PoolSummary> = {}): PoolSummary {
  const figures = { capacityBytes: 1000, allocationBytes: used * 10, availableBytes: 1000 - used * 10 };
  const names = { id: vmId, name: "default", type: "dir", path: null, source: null };
  const state = { state: "running" as const, autostart: true, persistent: true, unreadable: null };
  return { ...names, ...state, ...figures, ...part };
}

test("a pool that goes up and down around its threshold is told once, until it has room again", () => {
  const notifications = listener();
  const look = (used: number, part?: Partial<PoolSummary>) => {
    tellFullPools("local", [pool(used, part)], 90, notifications);
    return notifications.told.splice(0).map(({ severity }) => severity);
  };
  expect([85, 91, 89, 92, 86].map((used) => look(used))).toEqual([[], ["warning"], [], [], []]);
  expect(look(10, { state: "inactive", capacityBytes: 0, availableBytes: 0 })).toEqual([]);
  expect([92, 84, 99].map((used) => look(used))).toEqual([[], [], ["critical"]]);
});

test("a device that is gone is told once, until it is back or is no VM's any more", () => {
  const notifications = listener();
  const vm = (passthrough: string[]) =>
    [{ hostId: "local", id: vmId, name: "game", state: "running", passthrough }] as unknown as VmSummary[];
  const look = (present: string[], vms: VmSummary[]) => {
    const report = { devices: present.map((address) => ({ address })) } as unknown as HardwareReport;
    tellLostCards("local", report, vms, notifications);
    return notifications.titles();
  };
  const [gpu, audio] = ["0000:01:00.0", "0000:01:00.1"];
  expect(look([gpu, audio], vm([gpu, audio]))).toEqual([]);
  const gone = "The device 0000:01:00.1 of the VM game is gone";
  expect(look([gpu], vm([gpu, audio]))).toEqual([gone]);
  expect(look([gpu], vm([gpu, audio]))).toEqual([]);
  expect(look([gpu, audio], vm([gpu, audio]))).toEqual([]);
  expect(look([gpu], vm([gpu, audio]))).toEqual([gone]);
  expect(look([gpu], vm([gpu]))).toEqual([]);
  expect(look([gpu], vm([gpu, audio]))).toEqual([gone]);
});

test("a check that fails is told once until it passes; one that is unknown is neither", () => {
  const notifications = listener();
  const look = (status: Check["status"]) => {
    const check = { id: "kvm-device", status, title: "KVM", detail: "There is none.", fix: null };
    tellChecks("local", [check as Check], notifications);
    return notifications.titles().length;
  };
  const states = ["pass", "fail", "unknown", "fail", "warn", "fail"] as const;
  expect(states.map(look)).toEqual([0, 1, 0, 0, 0, 1]);
});

test("a host that is away for a moment is not told; one that stays away is, and when it is back", () => {
  vi.useFakeTimers();
  const notifications = listener();
  const host = { id: "local", name: "lab", connection: "connected", problem: null } as unknown as HostSummary;
  let send: (message: FleetMessage) => void = () => undefined;
  const watch = (sink: typeof send) => {
    send = sink;
    return () => undefined;
  };
  const stop = tellHosts({ fleet: { watch, hostSummaries: () => [host] }, notifications, graceMs: 1000 });
  const is = (connection: HostSummary["connection"], ms: number) => {
    host.connection = connection;
    send({ type: "delta", sequence: 1, hosts: [host], vms: [], removedHosts: [], removed: [] });
    vi.advanceTimersByTime(ms);
    return notifications.titles();
  };
  expect([is("lost", 500), is("connected", 5000), is("lost", 1500), is("lost", 5000)]).toEqual([
    [],
    [],
    ["The host lab is unreachable"],
    [],
  ]);
  expect(is("connected", 0)).toEqual(["The host lab is reachable again"]);
  stop();
  vi.useRealTimers();
});

test("a sign-in from another network or browser is told once, the first one of a user is not", () => {
  const notifications = listener();
  const { database } = notifications;
  const changes = new AccessChanges();
  const user = { id: vmId, name: "ada", passwordHash: "!", level: "admin" as const, createdAt: 1 };
  database.query.insert(users).values(user).run();
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  let many = 0;
  const signIn = (address: string | null, userAgent: string | null = firefox) => {
    const [id, at] = [`session-${many++}`, Date.now()];
    const times = { createdAt: at, lastUsedAt: at, expiresAt: at + 1_000_000 };
    database.query
      .insert(sessions)
      .values({ id, userId: vmId, address, userAgent, ...times })
      .run();
    changes.tell(vmId);
    return notifications.titles();
  };
  tellSignIns({ database, changes, notifications });
  const told = ["ada signed in from a new place"];
  expect([signIn(null), signIn("10.0.0.1"), signIn("10.0.0.1"), signIn("10.0.0.2")]).toEqual([
    [],
    [],
    [],
    told,
  ]);
  expect([signIn("10.0.0.1"), signIn("10.0.0.1", "curl/8"), signIn("2001:db8::1")]).toEqual([[], told, told]);
  expect(signIn("2001:db8::2")).toEqual([]);
  changes.tell(null);
  expect(notifications.titles()).toEqual([]);
  database.close();
});
