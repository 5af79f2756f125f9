import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { able } from "../../host/ability";
import { efiHost, espId, loadOption, variableOf } from "../../host/boot/efi.test-data";
import { globalVariable } from "../../host/boot/efi-variables";
import { LocalConfiguration } from "../../host/configuration/local-configuration";
import { localTools, type ToolResult } from "../../host/tools";
import { temporaryFolder } from "../../host/tree.test-data";
import { writeTree } from "../../host/tree-entries";
import { Jobs } from "../../job/jobs";
import { silentLog } from "../../job/test-world.test-data";
import type { Way } from "./plan-change";
import { efibootmgr, orderIn } from "./testing/efibootmgr";
import { GrubHost } from "./testing/grub-host";
import { lookAt, PrepareRig } from "./testing/prepare-rig";

const line = "root=UUID=1 rw quiet initrd=\\initramfs-linux.img";
const entries = [
  { label: "Arch Linux", file: "\\vmlinuz-linux", line },
  { label: "UEFI Shell", file: "\\shell.efi", line: "" },
];
const wish = { add: ["iommu=pt"] };
const nextNumber = globalVariable("BootNext");

/** A host whose kernel the firmware starts by itself. */
let host: GrubHost;
let rig: PrepareRig;
/** Programs that are still answered; after the last one the process is as good as dead. */
let answers: number;
let ran: string[];
/** Once a program is not answered any more. */
let dead: Promise<void>;

async function start(): Promise<void> {
  host = new GrubHost();
  await install();
  answers = Number.POSITIVE_INFINITY;
  ran = [];
  let die = () => {};
  dead = new Promise((resolve) => {
    die = resolve;
  });
  const inner = localTools();
  const run = async (program: string, words: readonly string[]): Promise<ToolResult> => {
    if (program !== "flock") return inner.run(program, words);
    const [, tool = "", ...rest] = words;
    ran.push([tool, ...rest].join(" "));
    const result =
      tool === "efibootmgr" ? efibootmgr(host.root, rest) : { status: 0, output: "", errors: "" };
    if (ran.length <= answers) return result;
    die();
    return new Promise(() => {});
  };
  const configuration = able(new LocalConfiguration({ root: host.root, tools: { run } }));
  rig = new PrepareRig({ root: host.root, parts: { ...host.parts, configuration } }, temporaryFolder());
}

async function install(): Promise<void> {
  rmSync(host.root, { recursive: true, force: true });
  await writeTree(host.root, [
    ...efiHost({ entries, mount: "boot" }),
    { kind: "file", path: "etc/os-release", text: "ID=arch\n" },
    { kind: "file", path: "proc/cmdline", text: `${line}\n` },
    { kind: "file", path: "proc/meminfo", text: "MemTotal: 16777216 kB\n" },
    { kind: "file", path: "proc/sys/kernel/random/boot_id", text: "1\n" },
    { kind: "folder", path: "run" },
  ]);
}

beforeEach(start);
afterEach(() => {
  rig.close();
  host.remove();
});

/** The firmware starts what BootNext names, which it forgets, or what comes first. */
function restart(commandLine: string, number: number): void {
  rmSync(join(host.root, nextNumber), { force: true });
  writeFileSync(join(host.root, globalVariable("BootCurrent")), variableOf(number));
  host.write("proc/cmdline", `${commandLine}\n`);
  host.write("proc/sys/kernel/random/boot_id", "2\n");
  host.folder("sys/kernel/iommu_groups/0");
}

const variables = () => {
  const { [nextNumber]: _consumed, ...rest } = lookAt(host.root);
  return Object.fromEntries(Object.entries(rest).filter(([path]) => path.includes("efivars/Boot")));
};

describe("a kernel that the firmware starts by itself", () => {
  test("is tried once, kept by an entry that comes first, and taken back", async () => {
    const before = variables();
    const tried = await rig.plan(wish, "trial");
    expect(tried.plan.refusal).toBeNull();
    expect(await rig.carryOut(tried)).toMatchObject({ state: "done", problem: null });
    expect(orderIn(host.root)).toEqual(["0000", "0001"]);
    expect(readFileSync(join(host.root, nextNumber)).readUInt16LE(4)).toBe(2);
    restart(`${line} iommu=pt passdeck.trial=1`, 2);
    const [trial] = (await rig.state()).changes;
    expect(trial?.state).toBe("tried");

    const kept = await rig.planKeep(trial?.id ?? "");
    expect(kept.plan.refusal).toBeNull();
    expect(await rig.carryOut(kept)).toMatchObject({ state: "done", problem: null });
    expect(orderIn(host.root)).toEqual(["0003", "0000", "0001"]);
    expect(Object.keys(variables()).some((path) => path.includes("Boot0002"))).toBe(false);
    restart(`${line} iommu=pt`, 3);
    const [made] = (await rig.state()).changes;
    expect(made?.findings.map(({ status }) => status)).toEqual(["pass", "pass"]);
    // What is there already is not made again.
    expect((await rig.plan(wish)).written).toMatchObject({ steps: [], commands: [], refused: null });

    expect(await rig.undo(made?.id ?? "")).toMatchObject({ state: "done", problem: null });
    restart(line, 0);
    expect(variables()).toEqual(before);
  });

  test("a change that another entry was made of is taken back after that", async () => {
    await rig.apply(wish);
    restart(`${line} iommu=pt`, 2);
    const [first] = (await rig.state()).changes;
    await rig.apply({ add: ["nosmt"] });
    expect(orderIn(host.root)).toEqual(["0003", "0002", "0000", "0001"]);
    const { plan } = await rig.planUndo(first?.id ?? "");
    expect(plan.refusal).toContain("changed the same boot entry: take that back first");
  });

  test("ended untried, it leaves nothing behind but what the firmware forgets", async () => {
    const before = variables();
    await rig.carryOut(await rig.plan(wish, "trial"));
    const [trial] = (await rig.state()).changes;
    expect(await rig.undo(trial?.id ?? "")).toMatchObject({ state: "done", problem: null });
    expect(variables()).toEqual(before);
  });

  test("an entry that somebody else made in its place meanwhile is left alone", async () => {
    await rig.carryOut(await rig.plan(wish, "trial"));
    const place = join(host.root, globalVariable("Boot0002"));
    const theirs = { number: "0002", label: "Windows", partition: null, file: null, line: "" };
    writeFileSync(place, loadOption(theirs));
    const [trial] = (await rig.state()).changes;
    expect(await rig.undo(trial?.id ?? "")).toMatchObject({ state: "done", problem: null });
    expect(readFileSync(place).equals(Buffer.from(loadOption(theirs)))).toBe(true);
  });
});

const word = fc
  .tuple(fc.stringMatching(/^[a-z][a-z_.-]{0,8}$/), fc.constantFrom("", "=1", '="a b"', "=x,y", "=\\\\d"))
  .map((parts) => parts.join(""));

test("whatever its line is, a change of it is made once, and taken back as it was", async () => {
  let carriedOut = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { maxLength: 5 }),
      word,
      fc.constantFrom(" ", "  "),
      async (words, added, gap) => {
        await install();
        const own = [...words, "initrd=\\d.img"].join(gap);
        const entry = { number: "0000", label: "Mine ä", partition: espId, file: "\\vmlinuz", line: own };
        writeFileSync(join(host.root, globalVariable("Boot0000")), loadOption(entry));
        restart(own, 0);
        const before = variables();
        const planned = await rig.plan({ add: [added] });
        if (planned.plan.refusal !== null) return expect(planned.written.commands).toEqual([]);
        expect(await rig.carryOut(planned)).toMatchObject({ state: "done", problem: null });
        const made = planned.written.commands[0]?.at(-1) ?? "";
        restart(made, 2);
        expect((await rig.plan({ add: [added] })).written).toMatchObject({ commands: [], refused: null });
        const [change] = (await rig.state()).changes;
        expect(await rig.undo(change?.id ?? "")).toMatchObject({ state: "done", problem: null });
        restart(own, 0);
        expect(variables()).toEqual(before);
        carriedOut += 1;
      },
    ),
    { numRuns: 12 },
  );
  expect(carriedOut).toBeGreaterThan(6);
});

const programs: Readonly<Record<Way, number>> = { "at-once": 2, trial: 2 };
const points = (["at-once", "trial"] as const).flatMap((way) =>
  Array.from({ length: programs[way] }, (_, at) => ({ way, at })),
);

describe("killed after a program, before its end was known", () => {
  test.each(points.flatMap((point) => (["finish", "undo"] as const).map((choice) => ({ ...point, choice }))))(
    "$way, program $at, $choice",
    async ({ way, at, choice }) => {
      const before = variables();
      const planned = await rig.plan(wish, way);
      answers = at;
      const { title, kind, steps } = planned.plan;
      const what = { title, kind, steps, input: planned.jobInput, subjects: ["boot"], hostId: "local" };
      rig.jobs.start({ ...what, startedBy: "ada" });
      await dead;
      answers = Number.POSITIVE_INFINITY;
      const jobs = new Jobs({ database: rig.database, kinds: [rig.preparations.kind()], log: silentLog });
      const [job] = jobs.interrupted();
      jobs[choice](job?.id ?? "");
      const ended = await jobs.ended(job?.id ?? "");
      expect(ended.state).toBe(choice === "finish" ? "done" : "undone");
      if (choice === "undo") expect(variables()).toEqual(before);
      else expect(orderIn(host.root)).toEqual(way === "trial" ? ["0000", "0001"] : ["0002", "0000", "0001"]);
    },
  );
});
