import { afterAll, beforeAll, expect, test } from "vitest";
import { setHugePages } from "../huge-pages/set-huge-pages";
import { GrubHost } from "../prepare/testing/grub-host";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let host: GrubHost;
let world: KillWorld;

beforeAll(async () => {
  host = new GrubHost();
  host.install();
  world = await KillWorld.start(host.parts, host);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  host?.remove();
});

test(
  "huge pages of two sizes on a node",
  async () => {
    const pools = [
      { node: 0, pageBytes: 2 ** 30, count: 3 },
      { node: 0, pageBytes: 2 ** 21, count: 1 },
    ];
    const spec = await world.withState((folder) =>
      world.takeOver(folder, async ({ preparations }) => {
        const request = { hostId, pools };
        const { fingerprint } = await world.ask(setHugePages.plan, request, undefined, { preparations });
        return world.jobOf(setHugePages.run, { ...request, fingerprint }, { preparations });
      }),
    );
    expect(spec.steps.map(({ title }) => title)).toEqual([
      "1 of 2 MiB on node 0 (now 4)",
      "3 of 1 GiB on node 0 (now 0)",
    ]);
    const { problems, points } = await killEverywhere(world, spec, { reset: async () => host.install() });
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(8);
  },
  killTimeoutMs,
);
