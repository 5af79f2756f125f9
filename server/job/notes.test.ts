import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import type { Database } from "../database/open-database";
import { jobs as jobTable } from "../database/tables/jobs";
import { defineJobKind, noteOf, type StepMemory } from "./job-kind";
import { Journal, type JsonValue } from "./journal";
import { forever, newJobs, openTestDatabase, refusal, specOf } from "./test-world.test-data";

let database: Database;
let seen: [string, JsonValue, readonly JsonValue[]][];

beforeEach(() => {
  database = openTestDatabase();
  seen = [];
});

afterEach(() => database.close());

/** Steps that note their own name; of "b" the run does then what it is told to. */
const kind = (inRunOfB: () => Promise<void>) =>
  defineJobKind("switch-on", z.object({ names: z.array(z.string()) }), (_hostId, { names }) =>
    names.map((name) => {
      const look = (what: string, { note, earlier }: StepMemory) =>
        void seen.push([`${what} ${name}`, note, earlier]);
      return {
        run: async (context) => {
          look("run", context);
          context.remember({ of: name });
          if (name === "b") await inRunOfB();
        },
        verify: async (memory) => look("verify", memory),
        undo: async (memory) => look("undo", memory),
      };
    }),
  );

test("what a step noted outlives a crash, and its step alone sees it as its own", async () => {
  const dead = newJobs(database, [kind(forever)]);
  const { id } = dead.start(specOf(["a", "b"]));
  await expect.poll(() => seen.map(([what]) => what)).toContain("run b");
  seen = [];
  const jobs = newJobs(database, [kind(async () => undefined)]);
  jobs.finish(id);
  expect((await jobs.ended(id)).state).toBe("done");
  expect(seen).toEqual([
    ["verify a", { of: "a" }, []],
    ["run b", { of: "b" }, [{ of: "a" }]],
    ["verify b", { of: "b" }, [{ of: "a" }]],
  ]);
  expect(JSON.stringify(jobs.get(id))).not.toContain('"note"');
  expect(new Journal(database).all()[0]?.steps.map(({ note }) => note)).toEqual([null, null]);
});

test("a step that is taken back has nothing noted any more", async () => {
  const fail = () => Promise.reject(refusal("no"));
  const jobs = newJobs(database, [kind(fail)]);
  const { id } = jobs.start(specOf(["a", "b"]));
  expect((await jobs.ended(id)).state).toBe("undone");
  expect(seen.slice(-2)).toEqual([
    ["undo b", { of: "b" }, [{ of: "a" }]],
    ["undo a", { of: "a" }, []],
  ]);
  expect(new Journal(database).all()[0]?.steps.map(({ note }) => note)).toEqual([null, null]);
});

test("a note of another version is refused, and none is none", () => {
  expect(noteOf(null, z.string())).toBeNull();
  expect(noteOf("x", z.string())).toBe("x");
  expect(() => noteOf(1, z.string())).toThrow(/does not fit/);
});

test.each(["finish", "undo"] as const)(
  "of a step that was begun when steps noted nothing, %s says that what it did is not known",
  async (choice) => {
    const dead = newJobs(database, [kind(forever)]);
    const { id } = dead.start(specOf(["a", "b", "c"]));
    await expect.poll(() => seen.map(([what]) => what)).toContain("run b");
    const row = database.query.select().from(jobTable).get();
    const withoutNotes = z.array(z.object({ note: z.unknown() }).loose()).parse(row?.steps);
    const earlier = withoutNotes.map(({ note: _note, ...step }) => step);
    database.query.update(jobTable).set({ steps: earlier }).run();
    const jobs = newJobs(database, [kind(async () => undefined)]);
    jobs[choice](id);
    const { state, problem, steps } = await jobs.ended(id);
    expect(state).toBe("failed");
    expect(problem).toMatch(/“b” could not be undone: .*not known.*off b/);
    expect(problem).toMatch(/“a” could not be undone: .*not known.*off a/);
    expect(steps.at(-1)?.state).toBe("waiting");
  },
);
