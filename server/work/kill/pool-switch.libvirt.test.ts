import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteStoragePool } from "../pool/delete";
import { refreshStoragePool } from "../pool/refresh";
import { startStoragePool } from "../pool/start";
import { stopStoragePool } from "../pool/stop";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

const pool = "switched";
const transient = "passing";

let world: KillWorld;
let definition: string;

const isOn = async () => (await world.virsh("pool-list", "--name")).includes(pool);

/** The pool as it is before each job: defined, with autostart. */
async function reset({ on }: { on: boolean }): Promise<void> {
  if (!(await world.virsh("pool-list", "--all", "--name")).includes(pool)) {
    await world.define(definition, "pool-define");
    await world.virsh("pool-autostart", pool);
  }
  if (on !== (await isOn())) await world.virsh(on ? "pool-start" : "pool-destroy", pool);
}

async function passing(xml: string): Promise<void> {
  if (!(await world.virsh("pool-list", "--name")).includes(transient)) await world.define(xml, "pool-create");
}

beforeAll(async () => {
  world = await KillWorld.start();
  const path = join(world.folder, pool);
  await mkdir(path);
  await world.virsh("pool-define-as", pool, "dir", "--target", path);
  await world.virsh("pool-autostart", pool);
  // What libvirt tells of a pool is more once it has run.
  await world.virsh("pool-start", pool);
  definition = await world.virsh("pool-dumpxml", pool, "--inactive");
}, 180_000);

afterAll(() => world?.stop());

test(
  "a pool that is started",
  async () => {
    await reset({ on: false });
    const spec = await world.jobOf(startStoragePool, { hostId, pool });
    const { problems } = await killEverywhere(world, spec, { reset: () => reset({ on: false }) });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a pool that is stopped",
  async () => {
    await reset({ on: true });
    const spec = await world.planned(stopStoragePool, { hostId, pool });
    const { problems } = await killEverywhere(world, spec, { reset: () => reset({ on: true }) });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a pool that is gone once it is stopped",
  async () => {
    const path = join(world.folder, transient);
    await mkdir(path);
    await world.virsh("pool-create-as", transient, "dir", "--target", path);
    const own = await world.virsh("pool-dumpxml", transient);
    const spec = await world.planned(stopStoragePool, { hostId, pool: transient });
    expect(spec.steps[0]?.risk).toContain("transient");
    expect((await killEverywhere(world, spec, { reset: () => passing(own) })).problems).toEqual([]);
    await world.virsh("pool-destroy", transient);
  },
  killTimeoutMs,
);

test(
  "a pool that is refreshed",
  async () => {
    await reset({ on: true });
    const spec = await world.jobOf(refreshStoragePool, { hostId, pool });
    expect((await killEverywhere(world, spec)).problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a pool that runs, and is deleted",
  async () => {
    const kept = join(world.folder, pool, "kept.img");
    await writeFile(kept, "content");
    await reset({ on: true });
    const spec = await world.planned(deleteStoragePool, { hostId, pool, withContents: false });
    expect(spec.steps).toHaveLength(2);
    const { problems } = await killEverywhere(world, spec, { reset: () => reset({ on: true }) });
    expect(problems).toEqual([]);
    expect(await readFile(kept, "utf8")).toBe("content");
  },
  killTimeoutMs,
);

test("a pool that somebody else makes under the name of a deleted one stays theirs", async () => {
  await reset({ on: false });
  const spec = await world.planned(deleteStoragePool, { hostId, pool, withContents: false });
  await world.virsh("pool-undefine", pool);
  await world.virsh("pool-define-as", pool, "dir", "--target", join(world.folder, pool));
  const theirs = await world.look();
  const job = await world.carryOut(spec);
  expect(job).toMatchObject({ state: "undone", problem: "The pool switched was deleted in the meantime." });
  expect(await world.look()).toEqual(theirs);
});
