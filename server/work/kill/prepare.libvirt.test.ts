import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type WishedChange, wishedChangeSchema } from "../../prepare/change.schema";
import { changeHost } from "../prepare/change-host";
import { card, GrubHost } from "../prepare/testing/grub-host";
import { undoChange } from "../prepare/undo-change";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId, type Rooms } from "./testing/rooms";

let host: GrubHost;
let world: KillWorld;

beforeAll(async () => {
  host = new GrubHost();
  host.install();
  world = await KillWorld.start(host.parts, host.root);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  host?.remove();
});

async function changeOf(wish: Partial<WishedChange>, { preparations }: Pick<Rooms, "preparations">) {
  const request = { hostId, change: wishedChangeSchema.parse(wish), way: "at-once" as const };
  const { fingerprint } = await world.ask(changeHost.plan, request, undefined, { preparations });
  return world.jobOf(changeHost.run, { ...request, fingerprint }, { preparations });
}

const wish = { add: ["iommu=pt"], vfioAddresses: [card], softdeps: ["nvidia"] };

test(
  "a change of the kernel's line, modules and the initial RAM disk",
  async () => {
    const spec = await world.withState((folder) => world.takeOver(folder, (rooms) => changeOf(wish, rooms)));
    expect(spec.steps.map(({ title }) => title)).toEqual([
      "Keep the files as they are",
      "Edit /etc/default/grub",
      expect.stringContaining("/etc/modprobe.d/"),
      ...["udev/rules.d/", "initramfs-tools/scripts/", "initramfs-tools/hooks/"].map((folder) =>
        expect.stringContaining(`Make /etc/${folder}`),
      ),
      "Run update-grub",
      "Run update-initramfs",
      "Have it verified after the restart",
    ]);
    const { problems, points } = await killEverywhere(world, spec, { reset: async () => host.install() });
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(40);
  },
  killTimeoutMs,
);

test(
  "such a change that is taken back",
  async () => {
    const template = await mkdtemp(join(tmpdir(), "kill-template-"));
    const apply = () =>
      world.takeOver(template, async (rooms) => {
        const { id } = rooms.jobs.start(await changeOf(wish, rooms));
        expect(await rooms.jobs.ended(id)).toMatchObject({ state: "done", problem: null });
      });
    const changed = async () => {
      host.install();
      await world.withState((folder) =>
        world.takeOver(folder, async (rooms) => {
          await rooms.jobs.ended(rooms.jobs.start(await changeOf(wish, rooms)).id);
        }),
      );
    };
    await apply();
    const spec = await world.takeOver(template, async ({ preparations }) => {
      const [change] = preparations.changesOf(hostId).all();
      const request = { hostId, changeId: change?.id ?? "" };
      const { fingerprint } = await world.ask(undoChange.plan, request, undefined, { preparations });
      return world.jobOf(undoChange.run, { ...request, fingerprint }, { preparations });
    });
    world.stateTemplate = template;
    try {
      expect((await killEverywhere(world, spec, { reset: changed })).problems).toEqual([]);
    } finally {
      world.stateTemplate = null;
      await rm(template, { recursive: true });
    }
  },
  killTimeoutMs,
);
