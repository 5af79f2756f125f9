import { afterEach, beforeEach, expect, test } from "vitest";
import { able } from "../../host/ability";
import type { HugePagesNow } from "../../host/huge-pages/huge-pages.schema";
import { readHugePages } from "../../host/huge-pages/read-huge-pages";
import { treeOf } from "../../host/tree.test-data";
import { HostWriteError, type HostWriter } from "../../host/writer/host-writer";
import { ListedWriter } from "../../host/writer/listed-writer";
import { Jobs } from "../../job/jobs";
import { openTestDatabase, silentLog } from "../../job/test-world.test-data";
import { hugePagesKind } from "./huge-pages-kind";
import { lackingPages, pageProblems } from "./page-problems";
import { pageUseOf } from "./page-use";
import { planHugePages } from "./plan-huge-pages";

const [mebibytes2, gibibyte] = [2 ** 21, 2 ** 30];
const file = (node: number, kibibytes: number, name = "nr_hugepages") =>
  `sys/devices/system/node/node${node}/hugepages/hugepages-${kibibytes}kB/${name}`;

const files = {
  "proc/meminfo": "MemTotal: 33554432 kB\nMemAvailable: 16777216 kB\n",
  ...Object.fromEntries(
    [0, 1].flatMap((node) => [
      [
        `sys/devices/system/node/node${node}/meminfo`,
        `Node ${node} MemTotal: 16777216 kB\nNode ${node} MemFree: 6291456 kB\n`,
      ],
      [file(node, 2048), "512\n"],
      [file(node, 2048, "free_hugepages"), "128\n"],
      [file(node, 1048576), "0\n"],
      [file(node, 1048576, "free_hugepages"), "0\n"],
    ]),
  ),
};

let now: HugePagesNow;
let database: ReturnType<typeof openTestDatabase>;

beforeEach(async () => {
  now = await readHugePages(await treeOf(files));
  database = openTestDatabase();
});

afterEach(() => database.close());

/** A kernel that has room for so many pages of each file, and says nothing of those beyond. */
class Kernel implements HostWriter {
  readonly counts = new Map<string, number>();
  readonly room: Record<string, number>;

  constructor(room: Record<string, number>) {
    this.room = room;
    for (const [path, text] of Object.entries(files)) this.counts.set(path, Number(text));
  }

  async write(path: string, value: string): Promise<void> {
    const room = this.room[path] ?? Number.POSITIVE_INFINITY;
    if (room < 0) throw new HostWriteError("EINVAL", path);
    this.counts.set(path, Math.min(Number(value), room));
  }

  read = async (path: string) => `${this.counts.get(path)}\n`;
  loadModule = async () => ({ status: 0, output: "", errors: "" });
}

type Wished = Parameters<typeof planHugePages>[1];

async function set(kernel: Kernel, wished: Wished) {
  const kind = hugePagesKind(() => ({ writer: able(new ListedWriter(kernel)) }));
  const jobs = new Jobs({ database, kinds: [kind], log: silentLog });
  const { plan, jobInput } = planHugePages(now, wished);
  expect(plan.refusal).toBeNull();
  const { title, kind: name, steps } = plan;
  const spec = { title, kind: name, steps, input: jobInput, subjects: ["boot"] };
  return jobs.ended(jobs.start({ ...spec, hostId: "local", startedBy: "ada" }).id);
}

const refusalOf = (...wished: Wished) => planHugePages(now, wished).plan.refusal;

test("are read by node and size", () => {
  expect(now.availableBytes).toBe(16 * gibibyte);
  expect(now.nodes).toEqual([0, 1].map((id) => ({ id, totalBytes: 16 * gibibyte, freeBytes: 6 * gibibyte })));
  expect(now.pools).toEqual(
    [0, 1].flatMap((node) => [
      { node, pageBytes: mebibytes2, total: 512, free: 128 },
      { node, pageBytes: gibibyte, total: 0, free: 0 },
    ]),
  );
});

test("of a kernel without nodes are read as a whole", async () => {
  const folder = "sys/kernel/mm/hugepages/hugepages-2048kB";
  const tree = await treeOf({ [`${folder}/nr_hugepages`]: "8\n", [`${folder}/free_hugepages`]: "3\n" });
  expect((await readHugePages(tree)).pools).toEqual([
    { node: null, pageBytes: mebibytes2, total: 8, free: 3 },
  ]);
});

test.each([
  ["more than is available, less 2 GiB", [{ node: 0, pageBytes: gibibyte, count: 15 }], "2 GiB for itself"],
  [
    "pages that VMs have",
    [{ node: 0, pageBytes: mebibytes2, count: 383 }],
    "384 huge pages of 2 MiB on node 0",
  ],
  ["a size that the kernel has not", [{ node: 0, pageBytes: 2 ** 25, count: 1 }], "no huge pages of 32 MiB"],
  ["a node that is not there", [{ node: 7, pageBytes: mebibytes2, count: 1 }], "on node 7"],
  ["what is so already", [{ node: 0, pageBytes: mebibytes2, count: 512 }], "already"],
])("%s: refused", (_name, wished, why) => expect(refusalOf(...wished)).toContain(why));

test("up to what is available less 2 GiB they are planned, to the page", () => {
  expect(refusalOf({ node: 0, pageBytes: gibibyte, count: 14 })).toBeNull();
  const freed = { node: 1, pageBytes: mebibytes2, count: 384 };
  expect(refusalOf(freed, { node: 0, pageBytes: mebibytes2, count: 512 + 14 * 512 + 128 })).toBeNull();
  expect(refusalOf(freed, { node: 0, pageBytes: mebibytes2, count: 512 + 14 * 512 + 129 })).not.toBeNull();
});

test("what is freed comes first, and what is had is said", async () => {
  const kernel = new Kernel({});
  const job = await set(kernel, [
    { node: 0, pageBytes: gibibyte, count: 4 },
    { node: 0, pageBytes: mebibytes2, count: 400 },
  ]);
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(job.steps.map(({ title }) => title)).toEqual([
    "400 of 2 MiB on node 0 (now 512)",
    "4 of 1 GiB on node 0 (now 0)",
  ]);
  expect([file(0, 2048), file(0, 1048576)].map((path) => kernel.counts.get(path))).toEqual([400, 4]);
  expect(job.report).toContain("1 GiB on node 0: 4 asked for, 4 there (before: 0)");
});

test("fewer than asked for stay, and are said", async () => {
  const kernel = new Kernel({ [file(1, 1048576)]: 3 });
  const job = await set(kernel, [{ node: 1, pageBytes: gibibyte, count: 8 }]);
  expect(job.state).toBe("done");
  expect(kernel.counts.get(file(1, 1048576))).toBe(3);
  expect(job.report).toContain("8 asked for, 3 there (before: 0): the kernel found no room for more");
});

test.each([
  ["none at all", 0, "gave none"],
  ["a size that it sets at its start alone", -1, "only while the host starts"],
])("%s is a failure, and what was set before is put back", async (_name, room, why) => {
  const kernel = new Kernel({ [file(1, 1048576)]: room });
  const job = await set(kernel, [
    { node: 0, pageBytes: mebibytes2, count: 400 },
    { node: 1, pageBytes: gibibyte, count: 2 },
  ]);
  expect(job.state).toBe("undone");
  expect(job.problem).toContain(why);
  expect(kernel.counts.get(file(0, 2048))).toBe(512);
});

test("a number that somebody else set meanwhile stays", async () => {
  const kernel = new Kernel({});
  kernel.counts.set(file(0, 2048), 700);
  const job = await set(kernel, [{ node: 0, pageBytes: mebibytes2, count: 800 }]);
  expect(job).toMatchObject({ state: "undone", problem: expect.stringContaining("by somebody else") });
  expect(kernel.counts.get(file(0, 2048))).toBe(700);
});

test.each([
  ["<memoryBacking><hugepages/></memoryBacking>", { pageBytes: null, bytes: 2 ** 30, nodes: null }],
  [
    "<memoryBacking><hugepages><page size='1' unit='GiB'/></hugepages></memoryBacking><numatune><memory mode='strict' nodeset='1'/></numatune>",
    { pageBytes: gibibyte, bytes: 2 ** 30, nodes: [1] },
  ],
  ["<memoryBacking><locked/></memoryBacking>", null],
])("what a VM takes of them: %s", (inside, use) => {
  expect(pageUseOf(`<domain><memory unit='GiB'>1</memory>${inside}</domain>`)).toEqual(use);
});

const needing = (count: number, nodes: number[] | null = null) =>
  lackingPages(now, "gaming", { pageBytes: mebibytes2, bytes: count * mebibytes2, nodes });

test("a VM that needs more pages than are free is told so before it is started", () => {
  expect(needing(256)).toEqual([]);
  expect(needing(257)).toMatchObject([
    { code: "pages", message: "gaming needs 257 huge pages of 2 MiB, and 256 are free." },
  ]);
  expect(needing(129, [1])).toMatchObject([{ message: expect.stringContaining("128 are free on node 1") }]);
});

test("pages that the kernel makes on demand, and what is not known, keep nothing from starting", async () => {
  const xml =
    "<domain><memory unit='GiB'>1</memory><memoryBacking><hugepages><page size='2' unit='MiB'/></hugepages></memoryBacking></domain>";
  expect(await pageProblems(await treeOf(files), "gaming", xml)).toHaveLength(1);
  const overcommit = { "sys/kernel/mm/hugepages/hugepages-2048kB/nr_overcommit_hugepages": "4096\n" };
  expect(await pageProblems(await treeOf({ ...files, ...overcommit }), "gaming", xml)).toEqual([]);
  expect(await pageProblems(await treeOf({}), "gaming", xml)).toEqual([]);
});
