import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../host/tree.test-data";
import { silentLog } from "../../job/test-world.test-data";
import { settleBoot } from "./settle";
import { GrubHost, grubText } from "./testing/grub-host";
import { PrepareRig } from "./testing/prepare-rig";

let host: GrubHost;
let rig: PrepareRig;

beforeEach(async () => {
  host = new GrubHost();
  host.install();
  rig = new PrepareRig(host, temporaryFolder());
  await rig.carryOut(await rig.plan({ add: ["nosmt"] }, "trial"));
});

afterEach(() => {
  rig.close();
  host.remove();
});

async function settle(): Promise<string[]> {
  const { preparations, jobs } = rig;
  await settleBoot({ preparations, jobs, log: silentLog, needed: async () => [] }, "local");
  await Promise.all(jobs.running().map(({ id }) => jobs.ended(id)));
  return (await rig.state()).changes.map(({ state }) => state);
}

const defaults = () => readFileSync(join(host.root, "etc/default/grub"), "utf8");

test("a trial that the host came up by is kept when Passdeck starts", async () => {
  host.restart("quiet nosmt passdeck.trial=1");
  expect(await settle()).toEqual(["running", "kept"]);
  expect(defaults()).toContain("quiet nosmt");
});

test("nothing is kept before the restart, nor where the host came up the old way", async () => {
  expect(await settle()).toEqual(["waiting"]);
  host.restart("quiet");
  expect(await settle()).toEqual(["incomplete"]);
  expect(defaults()).toBe(grubText);
});
