import { afterAll, beforeAll, expect, test } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import type { JobSpec } from "../../job/jobs";
import { makeBridge } from "../bridge/make-bridge";
import { IfupdownHost } from "../bridge/testing/ifupdown-host";
import { undoBridge } from "../bridge/undo-bridge";
import { killAfterwards } from "./testing/kill-afterwards";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId, type Rooms } from "./testing/rooms";

let host: IfupdownHost;
let world: KillWorld;

beforeAll(async () => {
  host = new IfupdownHost(undefined, await testProgram("server/work/bridge/testing/root-guard.ts"));
  host.install();
  world = await KillWorld.start(host.parts, host);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  host?.remove();
});

const wish = { hostId, device: "eno1", bridge: "br0", address: "fixed" } as const;

async function made({ bridges }: Pick<Rooms, "bridges">): Promise<JobSpec> {
  const { fingerprint } = await world.ask(makeBridge.plan, wish, undefined, { bridges });
  return world.jobOf(makeBridge.run, { ...wish, fingerprint }, { bridges });
}

async function undone({ bridges }: Pick<Rooms, "bridges">): Promise<JobSpec> {
  const request = { hostId, changeId: bridges.changesOf(hostId).all()[0]?.id ?? "" };
  const { fingerprint } = await world.ask(undoBridge.plan, request, undefined, { bridges });
  return world.jobOf(undoBridge.run, { ...request, fingerprint }, { bridges });
}

test(
  "a bridge of a network card",
  async () => {
    const spec = await world.withState((folder) => world.takeOver(folder, made));
    expect(spec.steps.map(({ title }) => title)).toEqual([
      "Keep the files as they are",
      expect.stringContaining("Change over"),
      "Edit /etc/network/interfaces",
      "Delete /run/passdeck-network/interfaces",
      "Keep it on record",
    ]);
    const reset = async () => host.install();
    const { problems, points } = await killEverywhere(world, spec, { reset, finished: "undone" });
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(15);
  },
  killTimeoutMs,
);

test(
  "such a bridge that is taken back",
  async () => {
    const first = async (rooms: Rooms) => {
      const { id } = rooms.jobs.start(await made(rooms));
      expect(await rooms.jobs.ended(id)).toMatchObject({ state: "done", problem: null });
    };
    const { problems } = await killAfterwards(world, { host, first, next: undone }, { finished: "undone" });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);
