import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { patience } from "@/e2e/libvirtd/create-rig";
import { markInstalling } from "../../domain/installing";
import type { JobSpec } from "../../job/jobs";
import { endInstallationKindName, endInstallationSteps } from "../create/end-installation-kind";
import { killTimeoutMs, pointsTried } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;
const name = "installed";
const left = { by: "ada", pool: "disks", kernel: "a-kernel", initrd: "an-initrd" };

beforeAll(async () => {
  world = await KillWorld.start();
}, 180_000);

afterAll(() => world?.stop());

/** The VM whose installer has ended, with what that left. */
async function putBack(): Promise<JobSpec> {
  await world.virsh("destroy", name).catch(() => undefined);
  await world.virsh("undefine", name).catch(() => undefined);
  await world.define(markInstalling(bareDomainXml(name), left));
  const volumes = await world.virsh("vol-list", left.pool);
  for (const volume of [left.kernel, left.initrd])
    if (!volumes.includes(volume))
      await world.virsh("vol-create-as", left.pool, volume, "1M", "--format", "raw");
  const vmId = await world.virsh("domuuid", name);
  const input = { vmId, name, ...left, start: true };
  return {
    kind: endInstallationKindName,
    hostId,
    title: "Finish the installation",
    subjects: [vmId],
    startedBy: "ada",
    steps: endInstallationSteps(input),
    input,
  };
}

async function isEnded(): Promise<boolean> {
  const isOn = (await world.virsh("domstate", name)) === "running";
  const isNoted = (await world.virsh("dumpxml", "--inactive", name)).includes("installing");
  return isOn && !isNoted && (await world.virsh("vol-list", left.pool)) === "";
}

test(
  "an installation whose end is cut short can be ended anew, whatever was done of it",
  async () => {
    world.isKilled(endInstallationKindName);
    const first = await putBack();
    const life = await world.withState((folder) => world.live(folder, first, null));
    expect(await isEnded()).toBe(true);
    const tried = pointsTried(life.effects);
    for (const [at] of tried) {
      const spec = await putBack();
      await world.withState(async (folder) => {
        await world.live(folder, spec, at);
        await world.takeOver(folder, async ({ jobs }) => {
          expect(jobs.interrupted()).toEqual([]);
          // It goes on with what the dead one has sent.
          world.libvirtd.resume();
          // Where no VM runs, the list is empty, and an answer all the same.
          await vi.waitUntil(() => world.virsh("list").then(() => true), patience);
          const job = await jobs.ended(jobs.start(spec).id);
          expect(job.problem, `killed after ${at}, “${life.effects[at]}”`).toBeNull();
          expect(await isEnded()).toBe(true);
        });
      });
    }
    process.stdout.write(`${first.title}: ${life.effects.length} kill points, ${tried.length} kills\n`);
  },
  killTimeoutMs,
);
