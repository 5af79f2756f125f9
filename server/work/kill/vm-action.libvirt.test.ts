import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { patience } from "@/e2e/libvirtd/create-rig";
import type { JobSpec } from "../../job/jobs";
import { type LongAction, type VmActionInput, vmActionKindName, vmActionSteps } from "../vm/vm-action-kind";
import { killTimeoutMs, pointsTried } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;
const names = ["web-1", "web-2"];

beforeAll(async () => {
  world = await KillWorld.start();
  for (const name of names) await world.define(bareDomainXml(name));
}, 180_000);

afterAll(() => world?.stop());

/** @param cards What they are started with, for names that they ask for. */
async function specOf(
  action: LongAction,
  cards: VmActionInput["vms"][number]["cards"] = [],
): Promise<JobSpec> {
  const vms = await Promise.all(
    names.map(async (name) => {
      const vmId = await world.virsh("domuuid", name);
      return { vmId, name, subjects: [vmId], cards };
    }),
  );
  const input = { action, vms };
  return {
    kind: vmActionKindName,
    hostId,
    title: `${action} two`,
    subjects: vms.map(({ vmId }) => vmId),
    startedBy: "ada",
    steps: vmActionSteps(input),
    input,
  };
}

/** Everything off, and nothing saved. */
async function allOff(): Promise<void> {
  for (const name of names) {
    await world.virsh("destroy", name).catch(() => undefined);
    await world.virsh("managedsave-remove", name).catch(() => undefined);
  }
}

const stateOf = async (name: string) => {
  const state = await world.virsh("domstate", name);
  const saved = /Managed save:\s*yes/.test(await world.virsh("dominfo", name));
  return saved ? "saved" : state;
};

/** What a VM may be after the action was cut short: as before, or as after it. */
const whole: Readonly<Record<LongAction, readonly string[]>> = {
  start: ["shut off", "running"],
  save: ["running", "saved"],
};

/** A name that stands for a card without functions: libvirt is asked for the same, and the host needs none. */
const named = [{ name: "any GPU", functions: [] }];

test.each([
  ["start", []],
  ["start", named],
  ["save", []],
] as const)(
  "VMs of which a job is killed amid “%s” (with %j) are as before or as after it, and free again",
  async (action, cards) => {
    world.isKilled(vmActionKindName);
    const putBack = async () => {
      await allOff();
      if (action === "save") for (const name of names) await world.virsh("start", name);
    };
    const spec = await specOf(action, [...cards]);
    await putBack();
    const life = await world.withState((folder) => world.live(folder, spec, null));
    for (const name of names) expect(await stateOf(name)).toBe(whole[action][1]);
    const tried = pointsTried(life.effects);
    for (const [at] of tried) {
      await putBack();
      await world.withState(async (folder) => {
        await world.live(folder, spec, at);
        await world.takeOver(folder, async ({ jobs }) => {
          expect(jobs.interrupted()).toEqual([]);
          // It goes on with what the dead one has sent.
          world.libvirtd.resume();
          for (const name of names)
            await vi.waitUntil(async () => whole[action].includes(await stateOf(name)), patience);
        });
      });
    }
    process.stdout.write(`${spec.title}: ${life.effects.length} kill points, ${tried.length} kills\n`);
    await allOff();
  },
  killTimeoutMs,
);
