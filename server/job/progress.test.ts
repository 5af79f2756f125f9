import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import type { Database } from "../database/open-database";
import type { StepProgress } from "./job.schema";
import { defineJobKind, type StepContext } from "./job-kind";
import { Jobs } from "./jobs";
import { Journal } from "./journal";
import { openTestDatabase, silentLog, specOf } from "./test-world.test-data";

let database: Database;
let now = 0;

beforeEach(() => {
  database = openTestDatabase();
  now = 0;
});

afterEach(() => database.close());

/** Runs one step; answers what watchers were told of its progress. */
async function toldWhile(act: (context: StepContext, jobs: Jobs) => void): Promise<(StepProgress | null)[]> {
  const told: (StepProgress | null)[] = [];
  const run = async (context: StepContext) => {
    await Promise.resolve();
    act(context, jobs);
  };
  const kind = defineJobKind("switch-on", z.unknown(), () => [
    { run, verify: async () => {}, undo: async () => {} },
  ]);
  const jobs: Jobs = new Jobs({ database, kinds: [kind], log: silentLog, now: () => now });
  jobs.watch((message) => {
    if (message.kind === "job") told.push(message.job.steps[0]?.progress ?? null);
  });
  await jobs.ended(jobs.start(specOf(["a"])).id);
  return told;
}

test("what a step tells reaches watchers, and is over with the step", async () => {
  const told = await toldWhile((context) => context.progress(5, 10));
  expect(told).toContainEqual({ done: 5, total: 10 });
  expect(told.at(-1)).toBeNull();
});

test("watchers are told five times a second at most", async () => {
  const told = await toldWhile((context) => {
    for (let done = 0; done < 1000; done += 1) {
      now = done;
      context.progress(done, null);
    }
  });
  const steps = told.filter((progress) => progress !== null).map(({ done }) => done);
  expect(steps).toEqual([0, 200, 400, 600, 800]);
});

test("whoever comes in between sees the latest, and the journal nothing of it", async () => {
  const seen: unknown[] = [];
  await toldWhile((context, jobs) => {
    context.progress(1, 10);
    context.progress(9, 10);
    jobs.watch((message) => {
      if (message.kind === "snapshot") seen.push(message.jobs[0]?.steps[0]?.progress);
    })();
    seen.push(new Journal(database).all()[0]?.steps[0]?.progress);
  });
  expect(seen).toEqual([{ done: 9, total: 10 }, null]);
});
