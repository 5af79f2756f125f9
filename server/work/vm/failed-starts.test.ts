import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { testDatabaseIn } from "../../database/testing/test-database";
import type { FleetMessage } from "../../fleet/schema";
import type { Job } from "../../job/job.schema";
import type { FailedStart } from "./failed-start.schema";
import { FailedStarts } from "./failed-starts";

const jobId = "00000000-0000-4000-8000-000000000001";

let folder: string;
let database: Database;
let tell: (message: FleetMessage) => void;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-failed-starts-"));
  database = testDatabaseIn(folder);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function open(): FailedStarts {
  return new FailedStarts({
    database,
    log: pino({ level: "silent" }),
    fleet: {
      watch(listener) {
        tell = listener;
        return () => undefined;
      },
    },
  });
}

/** A job that has started VMs, with what became of each. */
function job(...states: ("done" | "failed" | "waiting")[]): Promise<Job> {
  const steps = states.map((state) => ({ state, problem: state === "failed" ? "No memory is left." : null }));
  const job: unknown = { id: jobId, hostId: "local", endedAt: 5, steps };
  return Promise.resolve(job as Job);
}

function of(failed: FailedStarts): string[] {
  let all: readonly FailedStart[] = [];
  failed.watch((now) => (all = now))();
  return all.map(({ vmId }) => vmId);
}

function delta(part: {
  vms?: { hostId: string; id: string; state: string }[];
  removed?: { hostId: string; id: string }[];
}): FleetMessage {
  const message: unknown = {
    type: "delta",
    sequence: 1,
    hosts: [],
    removedHosts: [],
    vms: [],
    removed: [],
    ...part,
  };
  return message as FleetMessage;
}

test("what of a job failed is kept over a restart, until a start goes well", async () => {
  await open().noteEnd(job("failed", "done", "failed", "waiting"), ["a", "b", "c", "d"]);
  const failed = open();
  failed.watch((all) =>
    expect(all[0]).toEqual({ hostId: "local", vmId: "a", jobId, at: 5, problem: "No memory is left." }),
  )();
  expect(of(failed)).toEqual(["a", "c"]);
  await failed.noteEnd(job("done"), ["a"]);
  expect(of(failed)).toEqual(["c"]);
  expect(of(open())).toEqual(["c"]);
});

test("a VM that runs has been started, by whatever tool; and one that is gone has no sign", async () => {
  const failed = open();
  await failed.noteEnd(job("failed", "failed", "failed"), ["a", "b", "c"]);
  tell(
    delta({
      vms: [
        { hostId: "local", id: "a", state: "off" },
        { hostId: "local", id: "b", state: "running" },
      ],
    }),
  );
  expect(of(failed)).toEqual(["a", "c"]);
  tell(delta({ removed: [{ hostId: "local", id: "c" }] }));
  expect(of(failed)).toEqual(["a"]);
});

test("who watches hears of what changed, and of nothing else", async () => {
  const failed = open();
  const heard: number[] = [];
  failed.watch((all) => heard.push(all.length));
  await failed.noteEnd(job("failed"), ["a"]);
  failed.forget({ hostId: "local", vmId: "b" });
  failed.forget({ hostId: "local", vmId: "a" });
  expect(heard).toEqual([0, 1, 0]);
});
