import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { earlierMigrations, migrations } from "./earlier.test-data";
import { openDatabase } from "./open-database";
import { jobs } from "./tables/jobs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-renamed-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** By the columns that there were: the table has got others since. */
function aJob(id: string, kind: string, input: unknown) {
  return sql`INSERT INTO jobs (id, host_id, kind, title, subjects, started_by, started_at, state, steps, input)
    VALUES (${id}, 'local', ${kind}, 'A job', '[]', 'ada', 1, 'interrupted', '[]', ${JSON.stringify(input)})`;
}

test("an interrupted job of an older Passdeck goes on under the acts' new names", () => {
  // Before the acts got their names.
  const older = earlierMigrations(folder, "0002_definition-versions-and-presets");
  const before = openDatabase({ folder, migrations: older });
  for (const job of [
    aJob("1", "give-away", { steps: [{ act: "give-away", address: "0000:01:00.0" }] }),
    aJob("2", "give-back", { steps: [{ act: "give-back" }] }),
    aJob("3", "create", { xml: 'a VM that somebody called "give-away"' }),
  ])
    before.query.run(job);
  before.close();
  const database = openDatabase({ folder, migrations });
  expect(database.query.select({ kind: jobs.kind, input: jobs.input }).from(jobs).all()).toEqual([
    { kind: "reserve", input: { steps: [{ act: "reserve", address: "0000:01:00.0" }] } },
    { kind: "return", input: { steps: [{ act: "return" }] } },
    { kind: "create", input: { xml: 'a VM that somebody called "give-away"' } },
  ]);
  database.close();
});
