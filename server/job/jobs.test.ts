import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database/open-database";
import { jobs as jobsTable } from "../database/tables/jobs";
import type { JobMessage } from "./job.schema";
import type { Jobs } from "./jobs";
import { forever, newJobs, openTestDatabase, refusal, Switches, specOf } from "./test-world.test-data";

let database: Database;
let switches: Switches;
let jobs: Jobs;

beforeEach(() => {
  database = openTestDatabase();
  switches = new Switches();
  jobs = newJobs(database, [switches.kind()]);
});

afterEach(() => database.close());

const run = (...names: string[]) => jobs.ended(jobs.start(specOf(names)).id);
const stepStates = (job: { steps: { state: string }[] }) => job.steps.map(({ state }) => state);

describe("a job", () => {
  test("does its steps in order and reads each back", async () => {
    const job = await run("a", "b");
    expect(job).toMatchObject({ state: "done", problem: null, report: "switched b", startedBy: "ada" });
    expect(stepStates(job)).toEqual(["done", "done"]);
    expect(job.endedAt).not.toBeNull();
    expect(switches.calls).toEqual(["run a", "verify a", "run b", "verify b"]);
  });

  test("that is done or undone keeps nothing of what it was made of, which may be a secret", async () => {
    switches.faults.set("run s3cret-b", () => {
      throw refusal("b is stuck");
    });
    await run("s3cret-a");
    await run("s3cret-b");
    const inputs = () => database.query.select({ input: jobsTable.input }).from(jobsTable).all();
    expect(inputs()).toEqual([{ input: "" }, { input: "" }]);
    // As a Passdeck before this one left them.
    database.query
      .update(jobsTable)
      .set({ input: { names: ["s3cret-a"] } })
      .run();
    newJobs(database, [switches.kind()]);
    expect(inputs()).toEqual([{ input: "" }, { input: "" }]);
  });

  test("that fails takes back the step that failed and those before it, the last first", async () => {
    switches.faults.set("run b", () => {
      throw refusal("b is stuck");
    });
    const job = await run("a", "b", "c");
    expect(job).toMatchObject({ state: "undone", problem: "b is stuck" });
    expect(stepStates(job)).toEqual(["undone", "failed", "waiting"]);
    expect(job.steps[1]?.problem).toBe("b is stuck");
    expect(switches.calls.slice(2)).toEqual(["run b", "undo b", "undo a"]);
    expect(switches.on.size).toBe(0);
  });

  test("that seems to have succeeded and reads back otherwise is taken back", async () => {
    switches.faults.set("verify b", () => void switches.on.delete("b"));
    expect(await run("a", "b")).toMatchObject({ state: "undone", problem: "b is off" });
    expect(switches.on.size).toBe(0);
  });

  test("whose undo fails takes back the rest, says so, and can be undone once more", async () => {
    switches.faults.set("run c", () => {
      throw refusal("c is stuck.");
    });
    switches.faults.set("undo b", () => {
      throw refusal("b sits tight.");
    });
    const failed = await run("a", "b", "c");
    expect(failed.state).toBe("failed");
    expect(failed.problem).toBe("c is stuck. “b” could not be undone: b sits tight.");
    expect([...switches.on]).toEqual(["b"]);

    switches.faults.clear();
    jobs.undo(failed.id);
    expect((await jobs.ended(failed.id)).state).toBe("undone");
    expect(switches.on.size).toBe(0);
  });

  test("does not show what went wrong inside of Passdeck", async () => {
    switches.faults.set("run a", () => {
      throw new TypeError("cannot read x of undefined");
    });
    expect((await run("a")).problem).toBe("Something went wrong in Passdeck; its log says what.");
  });
});

describe("a cancel", () => {
  test("stops after the running step and takes back what was done", async () => {
    switches.faults.set("run b", () => jobs.cancel(job.id, "Eve"));
    const job = jobs.start(specOf(["a", "b", "c"]));
    expect(job.cancellable).toBe(true);
    expect(await jobs.ended(job.id)).toMatchObject({ state: "undone", problem: "Eve cancelled it." });
    expect(switches.calls).not.toContain("run c");
    expect(switches.on.size).toBe(0);
  });

  test("comes too late once the job takes back what it did, or has ended", async () => {
    switches.faults.set("run b", () => {
      throw refusal("no");
    });
    let late: unknown = null;
    switches.faults.set("undo a", () => {
      try {
        jobs.cancel(job.id, "Eve");
      } catch (error) {
        late = error;
      }
    });
    const job = jobs.start(specOf(["a", "b"]));
    await jobs.ended(job.id);
    expect(late).toMatchObject({ code: "conflict" });
    expect(() => jobs.cancel(job.id, "Eve")).toThrow(expect.objectContaining({ code: "conflict" }));
  });
});

describe("two jobs", () => {
  test("never work on the same thing of a host at once", async () => {
    switches.faults.set("run a", forever);
    jobs.start(specOf(["a", "b"]));
    expect(() => jobs.start(specOf(["b"]))).toThrow(/“Switch a, b on” is still running\. It also changes b/);
    const elsewhere = jobs.start(specOf(["b"], { hostId: "other" }));
    expect((await jobs.ended(elsewhere.id)).state).toBe("done");
  });

  test("may follow one another", async () => {
    await run("a");
    expect((await run("a")).state).toBe("done");
  });

  test("the earlier can't be taken back when the later has worked on the same", async () => {
    switches.faults.set("undo a", () => {
      throw refusal("no");
    });
    switches.faults.set("run b", () => {
      throw refusal("no");
    });
    const failed = await run("a", "b");
    switches.faults.clear();
    await run("a");
    expect(() => jobs.undo(failed.id)).toThrow(/came after/);
  });
});

test("a watcher gets all jobs, the latest first, and each change after it", async () => {
  await run("a");
  await run("b");
  const messages: JobMessage[] = [];
  const leave = jobs.watch((message) => messages.push(message));
  expect(messages).toMatchObject([{ kind: "snapshot", jobs: [{ subjects: ["b"] }, { subjects: ["a"] }] }]);
  await run("c");
  leave();
  await run("d");
  const states = messages.flatMap((message) =>
    message.kind === "job" ? [[message.job.state, ...stepStates(message.job)].join(" ")] : [],
  );
  expect(states).toContain("running running");
  expect(states.at(-1)).toBe("done done");
  expect(messages.some((message) => message.kind === "job" && message.job.subjects.includes("d"))).toBe(
    false,
  );
});

test("of jobs of the same millisecond the last is the latest, also after a restart", async () => {
  const stopped = newJobs(database, [switches.kind()], () => 1);
  for (const name of ["a", "b", "c"]) await stopped.ended(stopped.start(specOf([name])).id);
  for (const one of [stopped, newJobs(database, [switches.kind()])]) {
    const messages: JobMessage[] = [];
    one.watch((message) => messages.push(message))();
    const latest = ["c", "b", "a"].map((name) => ({ subjects: [name] }));
    expect(messages).toMatchObject([{ jobs: latest }]);
  }
});

test("of jobs that have ended, the last 500 stay on record", async () => {
  for (let count = 0; count < 502; count += 1) await run(`s${count}`);
  const again = newJobs(database, []);
  let kept: JobMessage | null = null;
  again.watch((message) => (kept = message));
  expect(kept).toMatchObject({ jobs: expect.objectContaining({ length: 500 }) });
});

test("jobs of a host that is made anew are forgotten, also in the journal and by who watches; those of others stay", async () => {
  await run("a");
  await jobs.ended(jobs.start(specOf(["b"], { hostId: "other" })).id);
  const messages: JobMessage[] = [];
  jobs.watch((message) => messages.push(message));
  jobs.forget("local");
  const left = { kind: "snapshot", jobs: [{ hostId: "other" }] };
  expect(messages.at(-1)).toMatchObject(left);
  newJobs(database, [switches.kind()]).watch((message) => messages.push(message));
  expect(messages.at(-1)).toMatchObject(left);
});

test("a job of a kind that is not known is refused before anything is written", () => {
  const conflict = expect.objectContaining({ code: "conflict" });
  expect(() => jobs.start(specOf(["a"], { kind: "other" }))).toThrow(conflict);
  expect(() => jobs.start(specOf(["a"], { input: 5 }))).toThrow(conflict);
  expect(newJobs(database, []).interrupted()).toEqual([]);
});
