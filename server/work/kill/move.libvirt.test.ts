import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { patience } from "@/e2e/libvirtd/create-rig";
import { HostPair } from "@/e2e/libvirtd/host-pair";
import type { OwnHost } from "@/e2e/libvirtd/own-host";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import type { JobSpec } from "../../job/jobs";
import type { MoveInput } from "../move/move-input.schema";
import { moveKindName } from "../move/move-kind";
import { planMove } from "../move/plan-move";
import { choices, choose, killTimeoutMs, pointsTried } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId, secondHostId } from "./testing/rooms";

const name = "rover";
const volume = "rover.qcow2";
const vmId = randomUUID();
const path = `/var/lib/libvirt/images/${volume}`;

let pair: HostPair;
let world: KillWorld;

beforeAll(async () => {
  pair = await HostPair.start();
  for (const host of [pair.one, pair.two])
    await host.virsh("pool-create-as", "images", "dir", "--target", "/var/lib/libvirt/images");
  world = await KillWorld.startOnTwo(pair);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await pair?.stop();
});

function specOf(): JobSpec {
  const input: MoveInput = {
    vmId,
    vmName: name,
    by: "ada",
    targetHostId: secondHostId,
    targetName: secondHostId,
    cold: null,
    persistent: true,
    autostart: false,
    disks: [
      {
        target: "vda",
        from: { pool: "images", volume },
        to: { pool: "images", volume, path },
        format: "qcow2",
        capacityBytes: 4 * 2 ** 20,
        file: null,
      },
    ],
    sharedSeen: false,
    options: { bandwidthMiB: null, autoConverge: true, postCopy: false, keepDisks: false },
  };
  const { kind, title, steps } = planMove({ input, findings: [], saved: "" });
  return { kind, hostId, title, subjects: [vmId], startedBy: "ada", steps, input };
}

async function forget(host: OwnHost): Promise<void> {
  await host.virsh("destroy", name).catch(() => undefined);
  await host.virsh("undefine", name).catch(() => undefined);
  await host.virsh("vol-delete", volume, "--pool", "images").catch(() => undefined);
}

/** The VM runs on the first host, with its disk, and the second has nothing of it. */
async function putBack(): Promise<void> {
  for (const host of [pair.one, pair.two]) await forget(host);
  await pair.one.virsh("vol-create-as", "images", volume, "4M", "--format", "qcow2");
  await pair.one.define(
    bareDomainXml(name, [qcow2Disk(path)]).replace("<memory", `<uuid>${vmId}</uuid><memory`),
  );
  await pair.one.virsh("start", name);
}

/** What a host has of the VM: "running, own disk". */
async function hasOf(host: OwnHost): Promise<string> {
  const state = await host.virsh("domstate", name).catch(() => "nothing");
  const volumes = await host.virsh("vol-list", "images");
  return `${state}, ${volumes.includes(volume) ? "own disk" : "no disk"}`;
}

const moved = { one: "nothing, no disk", two: "running, own disk" };
/** It had arrived when the job was undone: it is not sent back, and its disk here is kept. */
const movedAndKept = { one: "nothing, own disk", two: "running, own disk" };
const stayed = { one: "running, own disk", two: "nothing, no disk" };

async function bothHave() {
  return { one: await hasOf(pair.one), two: await hasOf(pair.two) };
}

test(
  "a VM of which a move is killed runs on exactly one host, with its disk there alone",
  async () => {
    world.isKilled(moveKindName);
    const spec = specOf();
    await putBack();
    const life = await world.withState((folder) => world.live(folder, spec, null));
    expect(await bothHave()).toEqual(moved);
    const tried = pointsTried(life.effects);
    const problems: string[] = [];
    for (const [index, [at, effect]] of tried.entries()) {
      const choice = choices[index % choices.length] ?? "undo";
      await putBack();
      const job = await world.withState(async (folder) => {
        await world.live(folder, spec, at);
        const ended = await choose(world, folder, choice);
        world.libvirtd.resume();
        return ended;
      });
      const ends = choice === "finish" ? [moved] : [stayed, moved, movedAndKept];
      const allowed = ends.map((one) => JSON.stringify(one));
      const found = await vi
        .waitUntil(async () => {
          const now = JSON.stringify(await bothHave());
          return allowed.includes(now) ? now : null;
        }, patience)
        .catch(async () => JSON.stringify(await bothHave()));
      if (!allowed.includes(found))
        problems.push(
          `killed after ${at}, “${effect}”, ${choice}: ${found}; the job is ${job?.state}: ${job?.problem}`,
        );
    }
    process.stdout.write(`${spec.title}: ${life.effects.length} kill points, ${tried.length} kills\n`);
    expect(problems.join("\n")).toBe("");
    for (const host of [pair.one, pair.two]) await forget(host);
  },
  killTimeoutMs,
);
