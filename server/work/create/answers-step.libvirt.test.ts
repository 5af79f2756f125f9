import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Fleet } from "../../fleet/fleet";
import { LoneStep } from "../../job/test-world.test-data";
import { connect, hostId } from "../kill/testing/rooms";
import { answersStep } from "./answers-step";
import { KeptAnswers } from "./kept-answers";

const run = promisify(execFile);
const cd = {
  pool: "disks",
  volume: "vm-answers.iso",
  files: [{ name: "autounattend.xml", content: "<Value>s3cret</Value>" }],
};

let libvirtd: PrivateLibvirtd;
let fleet: Fleet;
let folder: string;
let answers: KeptAnswers;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const stepOf = (kept: KeptAnswers) =>
  answersStep({ fleet, answers: kept }, hostId, {
    pool: "disks",
    volume: "vm-answers.iso",
    id: answers.idOf(cd),
    label: "ANSWERS",
  });

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = await mkdtemp(join(tmpdir(), "answers-"));
  await mkdir(join(folder, "pool"));
  await virsh("pool-create-as", "disks", "dir", "--target", join(folder, "pool"));
  fleet = await connect(libvirtd.uri);
}, 180_000);

afterAll(async () => {
  await fleet?.stop();
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  answers = new KeptAnswers();
});

test("answer files are written once, and are nowhere then but on their CD", async () => {
  answers.keep(cd);
  const [step, memory] = [stepOf(answers), new LoneStep()];
  await memory.run(step);
  // As after a break of the connection.
  await memory.run(step);
  await step.verify(memory);
  expect(await readFile(join(folder, "pool/vm-answers.iso"), "latin1")).toContain("s3cret");
  expect(answers.find(answers.idOf(cd))).toBeNull();
  expect(JSON.stringify(memory.note)).not.toContain("s3cret");
  await memory.undo(step);
  expect(await virsh("vol-list", "disks")).toBe("");
});

test("after a restart nobody knows them: it is said, and taken back without a trace", async () => {
  answers.keep(cd);
  const memory = new LoneStep();
  await memory.run(stepOf(answers));
  const step = stepOf(new KeptAnswers());
  await expect(memory.run(step)).rejects.toThrow("keeps no passwords");
  await memory.undo(step);
  expect(await virsh("vol-list", "disks")).toBe("");
});

test("a CD of that name of somebody else’s stays theirs", async () => {
  await virsh("vol-create-as", "disks", "vm-answers.iso", "1M", "--format", "raw");
  answers.keep(cd);
  const [step, memory] = [stepOf(answers), new LoneStep()];
  await expect(memory.run(step)).rejects.toMatchObject({ code: "conflict" });
  await memory.undo(step);
  expect(await virsh("vol-list", "disks")).toContain("vm-answers.iso");
  await virsh("vol-delete", "vm-answers.iso", "--pool", "disks");
});
