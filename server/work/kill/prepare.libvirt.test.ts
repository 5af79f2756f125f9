import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobSpec } from "../../job/jobs";
import { type WishedChange, wishedChangeSchema } from "../../prepare/change.schema";
import { changeHost } from "../prepare/change-host";
import { keepTrial } from "../prepare/keep-trial";
import type { Way } from "../prepare/plan-change";
import { card, GrubHost } from "../prepare/testing/grub-host";
import { undoChange } from "../prepare/undo-change";
import { killAfterwards } from "./testing/kill-afterwards";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId, type Rooms } from "./testing/rooms";

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

type Preparing = Pick<Rooms, "preparations">;

async function changeOf(wish: Partial<WishedChange>, { preparations }: Preparing, way: Way) {
  const more = { preparations };
  const request = { hostId, change: wishedChangeSchema.parse(wish), way };
  const { fingerprint } = await world.ask(changeHost.plan, request, undefined, more);
  return world.jobOf(changeHost.run, { ...request, fingerprint }, more);
}

/** The job that is about the latest change on record. */
async function jobOnLatest({ plan, run }: typeof undoChange, { preparations }: Preparing) {
  const request = { hostId, changeId: preparations.changesOf(hostId).all()[0]?.id ?? "" };
  const { fingerprint } = await world.ask(plan, request, undefined, { preparations });
  return world.jobOf(run, { ...request, fingerprint }, { preparations });
}

const wish = {
  add: ["iommu=pt"],
  vfioAddresses: [card],
  softdeps: ["nvidia"],
  target: "multi-user" as const,
};
const planned = (way: Way) =>
  world.withState((folder) => world.takeOver(folder, (rooms) => changeOf(wish, rooms, way)));

/** What follows on a change. */
function afterwards(way: Way, next: (rooms: Rooms) => Promise<JobSpec>, lost?: RegExp) {
  const first = async (rooms: Rooms) => {
    const { id } = rooms.jobs.start(await changeOf(wish, rooms, way));
    expect(await rooms.jobs.ended(id)).toMatchObject({ state: "done", problem: null });
    if (way === "trial") host.restart("quiet iommu=pt passdeck.trial=1");
  };
  return killAfterwards(world, { host, first, next }, lost ? { lost } : {});
}

const reset = async () => host.install();

test(
  "a change of the kernel's line, modules and the initial RAM disk",
  async () => {
    const spec = await planned("at-once");
    expect(spec.steps.map(({ title }) => title)).toEqual([
      "Keep the files as they are",
      "Edit /etc/default/grub",
      expect.stringContaining("/etc/modprobe.d/"),
      ...["udev/rules.d/", "initramfs-tools/scripts/", "initramfs-tools/hooks/"].map((folder) =>
        expect.stringContaining(`Make /etc/${folder}`),
      ),
      "Run update-grub (may take minutes)",
      "Run update-initramfs (may take minutes)",
      "Run systemctl",
      "Have it verified after the restart",
    ]);
    const { problems, points } = await killEverywhere(world, spec, { reset });
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(40);
  },
  killTimeoutMs,
);

test(
  "such a change that is taken back",
  async () => {
    const { problems } = await afterwards("at-once", (rooms) => jobOnLatest(undoChange, rooms));
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a change that is tried once",
  async () => {
    expect((await killEverywhere(world, await planned("trial"), { reset })).problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a trial that is kept",
  async () => {
    // What a trial was started by is not built again.
    const lost = /passdeck-trial|grubenv/;
    const { problems } = await afterwards("trial", (rooms) => jobOnLatest(keepTrial, rooms), lost);
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "what somebody else writes while the server is down stays",
  async () => {
    const spec = await planned("at-once");
    const before = await world.look();
    const { effects } = await world.withState((folder) => world.live(folder, spec, null));
    const points = [...effects.entries()].filter(([, effect]) => effect.startsWith("did "));
    const file = join(host.root, "etc/default/grub");
    for (const [at, effect] of points.filter((_, index) => index % 3 === 0)) {
      for (const choice of ["finish", "undo"] as const) {
        host.install();
        await world.withState(async (folder) => {
          await world.live(folder, spec, at);
          await appendFile(file, "# mine\n");
          const job = await world.takeOver(folder, ({ jobs }) => {
            const [found] = jobs.interrupted();
            jobs[choice](found?.id ?? "");
            return jobs.ended(found?.id ?? "");
          });
          const what = `killed after ${at}, “${effect}”, ${choice}: ${job.problem}`;
          expect(await readFile(file, "utf8"), what).toMatch(/# mine\n$/);
          // Whatever could not be put back, or not be done, is named.
          const isNamed = job.problem?.includes("/etc/default/grub") ?? false;
          expect(["undone", "failed"], what).toContain(job.state);
          expect(isNamed, what).toBe(job.state === "failed" || choice === "finish");
          const isOurs = (await readFile(file, "utf8")).includes("iommu=pt");
          if (isOurs) expect(job.state, what).toBe("failed");
          const changed = Object.entries(await world.look()).filter(([name, text]) => before[name] !== text);
          const names = changed.map(([name]) => name.replace(`file ${host.root}`, ""));
          // The menu is made of the file as it is.
          expect(names.filter((name) => name !== "/boot/grub/grub.cfg").sort(), what).toEqual([
            "/etc/default/grub",
          ]);
        });
      }
    }
    host.install();
  },
  killTimeoutMs,
);
