import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { access, mkdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Database } from "../../database/open-database";
import { Fleet } from "../../fleet/fleet";
import { testHost } from "../../host/test-host.test-data";
import type { Job, JobMessage } from "../../job/job.schema";
import type { Jobs } from "../../job/jobs";
import { newJobs, openTestDatabase, silentLog } from "../../job/test-world.test-data";
import { cloneKind, cloneKindName, cloneSteps } from "./clone-kind";
import { downloadKind, downloadKindName, downloadSteps } from "./download-kind";
import { volumeSubject } from "./new-volume";

const run = promisify(execFile);
const hostId = "local";
const pool = "images";
const content = randomBytes(3 * 2 ** 20);
const sha256 = createHash("sha256").update(content).digest("hex");

let libvirtd: PrivateLibvirtd;
let folder: string;
let fleet: Fleet;
let database: Database;
let jobs: Jobs;
let web: Server;
let origin: string;
/** Resolves when somebody reads the endless file. */
let endlessAsked: Promise<unknown>;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const isThere = (name: string) =>
  access(join(folder, name)).then(
    () => true,
    () => false,
  );

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = join(libvirtd.folder, "lib/volumes");
  await mkdir(folder);
  await virsh("pool-create-as", pool, "dir", "--target", folder);
  fleet = new Fleet([testHost(hostId, libvirtd.uri)], silentLog);
  fleet.start();
  const connected = () => fleet.hostSummaries()[0]?.connection === "connected";
  await vi.waitUntil(connected, { timeout: 60_000, interval: 20 });
  let tellAsked = () => {};
  endlessAsked = new Promise<void>((resolve) => (tellAsked = resolve));
  web = createServer((request, response) => {
    if (request.url === "/huge") return response.writeHead(200, { "content-length": 2 ** 52 }).flushHeaders();
    if (request.url !== "/endless") return response.end(content);
    response.writeHead(200, { "content-length": 2 ** 30 }).write(content);
    tellAsked();
  }).listen(0, "127.0.0.1");
  await once(web, "listening");
  origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  database = openTestDatabase();
  jobs = newJobs(database, [cloneKind(fleet), downloadKind(fleet, { mayAsk: () => true })]);
}, 180_000);

afterAll(async () => {
  web?.closeAllConnections();
  web?.close();
  await jobs?.stop();
  await fleet?.stop();
  await libvirtd?.stop();
  database?.close();
});

function download(name: string, part: { path?: string; checksum?: string | null } = {}): Job {
  const { path = "/file", checksum = null } = part;
  const input = { url: `${origin}${path}`, pool, name, checksum };
  return jobs.start({
    kind: downloadKindName,
    hostId,
    title: `Download ${name}`,
    subjects: [volumeSubject({ pool, name })],
    startedBy: "ada",
    steps: downloadSteps(input),
    input,
  });
}

function clone(from: string, to: string): Job {
  const copy = { fromPool: pool, from, toPool: pool, to };
  return jobs.start({
    kind: cloneKindName,
    hostId,
    title: `Copy ${from} to ${to}`,
    subjects: [volumeSubject({ pool, name: to })],
    startedBy: "ada",
    steps: cloneSteps(copy),
    input: copy,
  });
}

test("a file comes from the web, with progress, checked", async () => {
  const seen: number[] = [];
  const stop = jobs.watch((message: JobMessage) => {
    const progress = message.kind === "job" ? message.job.steps[1]?.progress : null;
    if (progress) seen.push(progress.done);
    if (progress) expect(progress.total).toBe(content.length);
  });
  const job = await jobs.ended(download("file.iso", { checksum: sha256 }).id);
  stop();
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(job.report).toContain(sha256);
  expect(seen.length).toBeGreaterThan(0);
  expect((await readFile(join(folder, "file.iso"))).equals(content)).toBe(true);
});

test("a file with another checksum is deleted again", async () => {
  const job = await jobs.ended(download("wrong.iso", { checksum: "0".repeat(64) }).id);
  expect(job.state).toBe("undone");
  expect(job.problem).toContain(sha256);
  expect(await isThere("wrong.iso")).toBe(false);
});

test("a name that is taken is refused, and what has it stays", async () => {
  const job = await jobs.ended(download("file.iso").id);
  expect(job).toMatchObject({ state: "undone", problem: expect.stringContaining("already") });
  expect((await readFile(join(folder, "file.iso"))).equals(content)).toBe(true);
});

test("a file that there is no room for is not begun", async () => {
  const job = await jobs.ended(download("huge.iso", { path: "/huge" }).id);
  expect(job).toMatchObject({ state: "undone", problem: expect.stringContaining("Free some space") });
  expect(await isThere("huge.iso")).toBe(false);
});

test("a cancel stops a download at once, and deletes what came", async () => {
  const { id } = download("endless.iso", { path: "/endless" });
  await endlessAsked;
  jobs.cancel(id, "Eve");
  expect(await jobs.ended(id)).toMatchObject({ state: "undone", problem: "Eve cancelled it." });
  expect(await isThere("endless.iso")).toBe(false);
});

test("a volume is copied", async () => {
  const job = await jobs.ended(clone("file.iso", "copy.img").id);
  expect(job).toMatchObject({ state: "done", problem: null });
  expect((await readFile(join(folder, "copy.img"))).equals(content)).toBe(true);
  const gone = await jobs.ended(clone("nowhere.img", "other.img").id);
  expect(gone).toMatchObject({ state: "undone", problem: expect.stringContaining("nowhere.img") });
});

test.each(["finish", "undo"] as const)(
  "what somebody else put there while Passdeck was down stays: %s",
  async (then) => {
    const name = `theirs-${then}.img`;
    const before = newJobs(database, [
      {
        ...cloneKind(fleet),
        stepsOf: (host, input) =>
          cloneKind(fleet)
            .stepsOf(host, input)
            .map((step, index) => ({
              ...step,
              run: index === 0 ? step.run : () => new Promise(() => undefined),
            })),
      },
    ]);
    const copy = { fromPool: pool, from: "file.iso", toPool: pool, to: name };
    const { id } = before.start({
      kind: cloneKindName,
      hostId,
      title: "Copy",
      subjects: [],
      startedBy: "ada",
      steps: cloneSteps(copy),
      input: copy,
    });
    await vi.waitUntil(() => before.get(id).steps[1]?.state === "running", { timeout: 60_000, interval: 5 });
    await virsh("vol-create-as", pool, name, "1M");
    const after = newJobs(database, [cloneKind(fleet)]);
    after[then](id);
    expect(await after.ended(id)).toMatchObject({ state: "undone" });
    expect((await readFile(join(folder, name))).length).toBe(2 ** 20);
  },
);
