import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { testDatabaseIn } from "../../database/testing/test-database";
import { Fleet } from "../../fleet/fleet";
import { absentHost } from "../../host/absent-host";
import { HostMaintenance } from "./host-maintenance";
import { moveIntoMaintenance, newVmInMaintenance, refuseStartInMaintenance } from "./refuse-start";

const log = pino({ level: "silent" });
let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-maintenance-"));
  database = testDatabaseIn(folder);
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const atlas = () => absentHost("atlas", "not here");

/** As after a start of Passdeck. */
function opened() {
  const fleet = new Fleet([atlas()], log);
  return { fleet, book: new HostMaintenance({ database, fleet, now: () => 7 }) };
}

const shown = (fleet: Fleet) => fleet.hostSummaries()[0]?.maintenance;

test("a host is in maintenance over a restart and its being added again, until that is ended", async () => {
  const { fleet, book } = opened();
  expect(shown(fleet)).toBeNull();
  book.begin("atlas", "a new fan", "ada");
  book.begin("atlas", "two new fans", "otto");
  const expected = { reason: "two new fans", since: 7, by: "otto" };
  expect(shown(fleet)).toEqual(expected);
  await fleet.remove("atlas");
  fleet.add(atlas());
  expect(shown(fleet)).toEqual(expected);

  const after = opened();
  expect(shown(after.fleet)).toEqual(expected);
  after.book.end("atlas");
  expect(shown(after.fleet)).toBeNull();
  expect(shown(opened().fleet)).toBeNull();
});

test("each door says why, and opens again", () => {
  const { fleet, book } = opened();
  const start = () => refuseStartInMaintenance(fleet, "atlas", "web");
  book.begin("atlas", "a new fan", "ada");
  expect(start).toThrow(
    "web is not started, as its host is in maintenance (a new fan). An administrator ends the maintenance on the host’s page.",
  );
  expect(newVmInMaintenance(fleet, "atlas")).toMatchObject([{ code: "maintenance", weight: "fail" }]);
  expect(moveIntoMaintenance(fleet, "atlas", "Atlas")).toMatchObject([
    { weight: "fail", message: "Atlas is in maintenance (a new fan), and takes no VM." },
  ]);
  book.end("atlas");
  expect(start).not.toThrow();
  expect(newVmInMaintenance(fleet, "atlas")).toEqual([]);
  expect(moveIntoMaintenance(fleet, "atlas", "Atlas")).toEqual([]);
});
