import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "../database/open-database";
import type { JobKind } from "./job-kind";
import type { Jobs } from "./jobs";
import { forever, newJobs, openTestDatabase, refusal, Switches, specOf } from "./test-world.test-data";

let database: Database;
let switches: Switches;
let jobs: Jobs;

const kind = (): JobKind => ({
  ...switches.kind(),
  independent: {
    atOnce: 2,
    subjectsOf: (input) => (input as { names: string[] }).names.map((name) => [name]),
  },
});

beforeEach(() => {
  database = openTestDatabase();
  switches = new Switches();
  jobs = newJobs(database, [kind()]);
});

afterEach(() => database.close());

const stepStates = (job: { steps: { state: string }[] }) => job.steps.map(({ state }) => state);

test("all that can be done is done, and nothing is taken back for what can't", async () => {
  switches.faults.set("run b", () => {
    throw refusal("b is stuck");
  });
  const job = await jobs.ended(jobs.start(specOf(["a", "b", "c"])).id);
  expect(job).toMatchObject({
    state: "failed",
    problem: "1 of 3 failed; the others stay as they are.",
    independent: true,
  });
  expect(stepStates(job)).toEqual(["done", "failed", "done"]);
  expect(job.steps[1]?.problem).toBe("b is stuck");
  expect([...switches.on]).toEqual(["a", "c"]);
  expect(() => jobs.undo(job.id)).toThrow("is not waiting for a decision");
});

test("of one step the job’s problem is the step’s", async () => {
  switches.faults.set("run a", () => {
    throw refusal("a is stuck");
  });
  expect(await jobs.ended(jobs.start(specOf(["a"])).id)).toMatchObject({ problem: "a is stuck" });
});

test("as many run at a time as the kind allows, and a cancel begins no more", async () => {
  const goOn: (() => void)[] = [];
  const held = () => new Promise<void>((resolve) => goOn.push(resolve));
  for (const name of ["a", "b", "c"]) switches.faults.set(`run ${name}`, held);
  const { id } = jobs.start(specOf(["a", "b", "c"]));
  await vi.waitUntil(() => goOn.length === 2);
  jobs.cancel(id, "ada");
  for (const resolve of goOn) resolve();
  const job = await jobs.ended(id);
  expect(job).toMatchObject({ state: "failed", problem: "ada cancelled it. 1 of 3 were not begun." });
  expect(stepStates(job)).toEqual(["done", "done", "waiting"]);
  expect([...switches.on]).toEqual(["a", "b"]);
});

test("a crash leaves nothing to decide, and nothing in hand", async () => {
  switches.faults.set("run b", forever);
  jobs.start(specOf(["a", "b", "c", "d"]));
  await vi.waitUntil(() => switches.calls.includes("run b"));
  const next = newJobs(database, [kind()]);
  const [found] = next.interrupted();
  expect(found).toBeUndefined();
  switches.faults.clear();
  const again = await next.ended(next.start(specOf(["b"])).id);
  expect(again.state).toBe("done");
});

test("a server that stops lets what runs end, and says what was not begun", async () => {
  const goOn: (() => void)[] = [];
  for (const name of ["a", "b"])
    switches.faults.set(`run ${name}`, () => new Promise<void>((resolve) => goOn.push(resolve)));
  const { id } = jobs.start(specOf(["a", "b", "c"]));
  await vi.waitUntil(() => goOn.length === 2);
  const stopped = jobs.stop();
  for (const resolve of goOn) resolve();
  await stopped;
  expect(jobs.get(id)).toMatchObject({
    state: "failed",
    problem: "Passdeck was stopped while it was running. 1 of 3 were not begun.",
  });
});

test("each step waits for short work on what it is about, and is refused what a job has in hand", async () => {
  let goOn = () => undefined;
  const other = { ...switches.kind(), name: "other" };
  jobs = newJobs(database, [kind(), other]);
  switches.faults.set("run b", forever);
  jobs.start(specOf(["b"], { kind: "other" }));
  const short = jobs.during({ hostId: "local", subjects: ["a"], title: "Rename" }, () => {
    return new Promise<void>((resolve) => {
      goOn = () => void resolve();
    });
  });
  const { id } = jobs.start(specOf(["a", "b", "c"]));
  await vi.waitUntil(() => jobs.get(id).steps[2]?.state === "done");
  expect(stepStates(jobs.get(id))).toEqual(["waiting", "failed", "done"]);
  goOn();
  await short;
  const job = await jobs.ended(id);
  expect(stepStates(job)).toEqual(["done", "failed", "done"]);
  expect(job.steps[1]?.problem).toContain("is still running");
});
