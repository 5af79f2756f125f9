import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testHost } from "../../host/test-host.test-data";
import { temporaryFolder } from "../../host/tree.test-data";
import type { Job } from "../../job/job.schema";
import type { ActRequest } from "../act-context";
import { adminRequest } from "../admin-request.test-data";
import { runAct } from "../run-act";
import type { Services } from "../services";
import { planReboot, rebootHost } from "./reboot";
import { card, GrubHost } from "./testing/grub-host";
import { PrepareRig } from "./testing/prepare-rig";

let host: GrubHost;
let rig: PrepareRig;
let vms: { name: string; state: string }[];
let running: Pick<Job, "hostId" | "title">[];

beforeEach(() => {
  host = new GrubHost();
  host.install();
  rig = new PrepareRig(host, temporaryFolder());
  vms = [];
  running = [];
});

afterEach(() => {
  rig.close();
  host.remove();
});

function asked(): ActRequest {
  const machine = testHost("local", "test:///default", host.parts);
  const services = {
    fleet: { host: () => ({ machine }), vmsOf: () => vms.map((summary) => ({ summary })) },
    jobs: { running: () => running, during: async (_claim: unknown, work: () => unknown) => work() },
    preparations: rig.preparations,
  };
  return adminRequest(services as unknown as Partial<Services>);
}

const plan = () => runAct(planReboot, asked(), { hostId: "local" });
const reboot = (fingerprint: string) => runAct(rebootHost, asked(), { hostId: "local", fingerprint });

test("says which VMs run, and restarts the host once that is agreed to", async () => {
  vms = [
    { name: "web-1", state: "running" },
    { name: "db", state: "paused" },
    { name: "old", state: "off" },
  ];
  const { warnings, fingerprint, steps } = await plan();
  expect(warnings).toEqual([expect.stringContaining("2 VMs run: db, web-1.")]);
  expect(steps.map(({ effect }) => effect)).toEqual(["systemctl reboot"]);
  const { bootId } = await reboot(fingerprint);
  expect(bootId).toBe("11111111-1111-4111-8111-111111111111");
  expect(readFileSync(join(host.root, "run/asked"), "utf8")).toBe("reboot\n");
});

test.each([
  ["itself", "kill -TERM $$"],
  ["what runs it", "kill -TERM $PPID"],
])("is no failure where the restart ends the program that asked for it, or %s", async (_, script) => {
  host.program("systemctl", `echo "Failed to connect to bus" >&2; ${script}`);
  const { bootId } = await reboot((await plan()).fingerprint);
  expect(bootId).toBe("11111111-1111-4111-8111-111111111111");
});

test("is a failure where the program refuses, and its words are told", async () => {
  host.program("systemctl", 'echo "Operation inhibited" >&2; exit 1');
  await expect(reboot((await plan()).fingerprint)).rejects.toMatchObject({
    userMessage: "systemctl reboot ended with status 1: Operation inhibited",
  });
});

test("is refused while a job runs, and where another VM was started since", async () => {
  const { fingerprint } = await plan();
  vms = [{ name: "web-1", state: "running" }];
  await expect(reboot(fingerprint)).rejects.toMatchObject({
    code: "conflict",
    userMessage: expect.stringContaining("What runs on the host is other"),
  });
  running = [{ hostId: "local", title: "Copy a volume" }];
  expect((await plan()).refusal).toContain("“Copy a volume” is still running.");
  await expect(reboot((await plan()).fingerprint)).rejects.toMatchObject({ code: "conflict" });
});

test("a trial that waits is restarted into by its own command", async () => {
  await rig.carryOut(await rig.plan({ vfioAddresses: [card] }, "trial"));
  expect((await plan()).steps.map(({ effect }) => effect)).toEqual(["systemctl reboot"]);
});
