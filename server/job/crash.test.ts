import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Database } from "../database/open-database";
import { refuseUpdates } from "../database/testing/test-database";
import { defineJobKind } from "./job-kind";
import { forever, gate, newJobs, openTestDatabase, refusal, Switches, specOf } from "./test-world.test-data";

const names = ["a", "b", "c"];
let database: Database;
let switches: Switches;

beforeEach(() => {
  database = openTestDatabase();
  switches = new Switches();
});

afterEach(() => database.close());

/** Starts a job, and has the process "die" when it comes to `point`. Resolves to what the next process finds. */
async function crashAt(point: string) {
  const dead = newJobs(database, [switches.kind()]);
  await new Promise<void>((resolve) => {
    switches.faults.set(point, () => {
      resolve();
      return forever();
    });
    dead.start(specOf(names));
  });
  switches.faults.clear();
  const jobs = newJobs(database, [switches.kind()]);
  const [job] = jobs.interrupted();
  if (job === undefined) throw new Error("nothing was left of the job");
  return { jobs, job };
}

const points = names.flatMap((name) => [`run ${name}`, `verify ${name}`]);

describe.each(points)("after a crash in “%s”", (point) => {
  test("the record says where it was, and others keep off", async () => {
    const { jobs, job } = await crashAt(point);
    const at = names.indexOf(point.at(-1) ?? "");
    expect(job.steps.map(({ state }) => state)).toEqual(
      names.map((_, index) => (index < at ? "done" : index === at ? "running" : "waiting")),
    );
    expect(job).toMatchObject({ problem: "Passdeck stopped while it was running.", cancellable: false });
    expect(() => jobs.start(specOf(["b"]))).toThrow(/was interrupted and is incomplete/);
  });

  test("it can be finished", async () => {
    const { jobs, job } = await crashAt(point);
    jobs.finish(job.id);
    expect(await jobs.ended(job.id)).toMatchObject({ state: "done", problem: null });
    expect([...switches.on].sort()).toEqual(names);
  });

  test("it can be taken back", async () => {
    const { jobs, job } = await crashAt(point);
    jobs.undo(job.id);
    expect((await jobs.ended(job.id)).state).toBe("undone");
    expect(switches.on.size).toBe(0);
  });

  test("what no longer holds after a new start of the host is done anew", async () => {
    const { jobs, job } = await crashAt(point);
    switches.on.clear();
    jobs.finish(job.id);
    expect((await jobs.ended(job.id)).state).toBe("done");
    expect([...switches.on].sort()).toEqual(names);
  });
});

describe.each(["undo b", "undo a"])("after a crash in “%s”", (point) => {
  test.each(["finish", "undo"] as const)("%s leads to one clean end", async (choice) => {
    const fail = () => {
      throw refusal("no");
    };
    switches.faults.set("run c", fail);
    const { jobs, job } = await crashAt(point);
    jobs[choice](job.id);
    expect((await jobs.ended(job.id)).state).toBe(choice === "finish" ? "done" : "undone");
    expect([...switches.on].sort()).toEqual(choice === "finish" ? names : []);
  });
});

describe("a stop of the server", () => {
  test("waits for the running step, and the next start finds the rest", async () => {
    const step = gate();
    switches.faults.set("run b", () => step.passed);
    const jobs = newJobs(database, [switches.kind()]);
    const { id } = jobs.start(specOf(names));
    await expect.poll(() => switches.calls).toContain("run b");
    let stopped = false;
    const stop = jobs.stop().then(() => (stopped = true));
    await Promise.resolve();
    expect(stopped).toBe(false);
    step.open();
    await stop;
    expect([...switches.on].sort()).toEqual(["a", "b"]);
    expect(jobs.get(id).steps.map(({ state }) => state)).toEqual(["done", "done", "waiting"]);
    expect(newJobs(database, []).interrupted()).toHaveLength(1);
    expect(() => jobs.start(specOf(["z"]))).toThrow(/being stopped/);
  });

  test("lets a job whose last step is running come to its end", async () => {
    const step = gate();
    switches.faults.set("run c", () => step.passed);
    const jobs = newJobs(database, [switches.kind()]);
    const { id } = jobs.start(specOf(names));
    await expect.poll(() => switches.calls).toContain("run c");
    const stop = jobs.stop();
    step.open();
    await stop;
    expect(jobs.get(id).state).toBe("done");
  });
});

test("a stop is heard by a step that waits while it is taken back: it is left to be taken back later", async () => {
  const waits = gate();
  const kind = defineJobKind("switch-on", z.unknown(), () => [
    {
      run: () => Promise.reject(refusal("no")),
      verify: async () => undefined,
      undo: async ({ signal }) => {
        waits.open();
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        throw refusal("it was still being written");
      },
    },
  ]);
  const jobs = newJobs(database, [kind]);
  const { id } = jobs.start(specOf(["a"]));
  await waits.passed;
  expect(jobs.get(id).cancellable).toBe(false);
  await jobs.stop();
  expect(jobs.get(id).state).toBe("interrupted");
  const next = newJobs(database, [switches.kind()]);
  next.undo(id);
  expect((await next.ended(id)).state).toBe("undone");
});

test("a step knows whether it was begun before", async () => {
  const { jobs, job } = await crashAt("run b");
  jobs.finish(job.id);
  await jobs.ended(job.id);
  expect(switches.resumed).toEqual(["b"]);
});

test("a job that can't be written down does nothing more", async () => {
  const jobs = newJobs(database, [switches.kind()]);
  switches.faults.set("run b", () => refuseUpdates(database, "jobs"));
  const { id } = jobs.start(specOf(names));
  const job = await jobs.ended(id);
  expect(job.state).toBe("interrupted");
  expect(job.problem).toMatch(/could not record its progress/);
  expect(switches.calls).not.toContain("run c");
});
