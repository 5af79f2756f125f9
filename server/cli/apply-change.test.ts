import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testHost } from "../host/test-host.test-data";
import { temporaryFolder } from "../host/tree.test-data";
import { Journal } from "../job/journal";
import { forever, newJobs, openTestDatabase, Switches, specOf } from "../job/test-world.test-data";
import { wishedChangeSchema } from "../prepare/change.schema";
import { GrubHost } from "../work/prepare/testing/grub-host";
import { applyChange } from "./apply-change";
import type { OwnState } from "./own-database";
import { passdeck } from "./passdeck.test-data";

let grub: GrubHost;
let state: OwnState;

beforeEach(() => {
  grub = new GrubHost();
  grub.install();
  state = { database: openTestDatabase(), dataFolder: temporaryFolder() };
});

afterEach(() => {
  state.database.close();
  grub.remove();
});

const apply = (wish: object) => {
  const host = testHost("local", "test:///default", grub.parts);
  return applyChange(state, { host, needed: [], by: "root" }, wishedChangeSchema.parse(wish));
};

test("carries a change out by the job that the page would begin", async () => {
  const job = await apply({ add: ["iommu=pt"] });
  expect(job).toMatchObject({ state: "done", kind: "prepare", startedBy: "root" });
  expect(readFileSync(join(grub.root, "boot/grub/grub.cfg"), "utf8")).toContain("iommu=pt");
});

test("says what keeps it from being done", async () => {
  grub.write("broken-grub", "");
  await expect(apply({ add: ["iommu=pt"] })).rejects.toMatchObject({
    userMessage: expect.stringContaining("update-grub ended with status 1: grub-mkconfig: no device"),
  });
  await expect(apply({ add: ["quiet"] })).rejects.toMatchObject({
    userMessage: "The host starts this way already: nothing has to be changed.",
  });
});

test("leaves the jobs of a server that runs alone", async () => {
  const held = new Switches();
  held.faults.set("run a", forever);
  newJobs(state.database, [held.kind()]).start(specOf(["a"]));
  await expect(apply({ add: ["iommu=pt"] })).rejects.toMatchObject({
    code: "conflict",
    userMessage: expect.stringContaining("“Switch a on” is running in Passdeck"),
  });
  expect(new Journal(state.database).all().map((job) => job.state)).toEqual(["running"]);
});

test("a record is not changed", () => {
  const { status, stderr } = passdeck(["prepare", "--root", grub.root, "--add", "iommu=pt", "--apply"], "", {
    PASSDECK_DATA: state.dataFolder,
  });
  expect(status).toBe(1);
  expect(stderr).toContain("is a record of a host's files: nothing can be done on it.");
});
