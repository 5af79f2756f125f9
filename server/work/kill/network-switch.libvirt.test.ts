import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteNetwork } from "../network/delete";
import { startNetwork } from "../network/start";
import { stopNetwork } from "../network/stop";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

const name = "switched";
const transient = "passing";
/** Without an address libvirt runs no program for it. */
const bare = (called: string) => `<network><name>${called}</name><dns enable="no"/></network>`;

let world: KillWorld;
let definition: string;
let uuid: string;

const isOn = async () => (await world.virsh("net-list", "--name")).includes(name);

/** The network as it is before each job: defined, with autostart. */
async function reset({ on }: { on: boolean }): Promise<void> {
  if (!(await world.virsh("net-list", "--all", "--name")).includes(name)) {
    await world.define(definition, "net-define");
    await world.virsh("net-autostart", name);
  }
  if (on !== (await isOn())) await world.virsh(on ? "net-start" : "net-destroy", name);
}

beforeAll(async () => {
  world = await KillWorld.start();
  await world.define(bare(name), "net-define");
  await world.virsh("net-autostart", name);
  definition = await world.virsh("net-dumpxml", name, "--inactive");
  uuid = await world.virsh("net-uuid", name);
}, 180_000);

afterAll(() => world?.stop());

test(
  "a network that is started",
  async () => {
    await reset({ on: false });
    const spec = await world.jobOf(startNetwork, { hostId, uuid });
    const { problems } = await killEverywhere(world, spec, { reset: () => reset({ on: false }) });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a network that is stopped",
  async () => {
    await reset({ on: true });
    const spec = await world.planned(stopNetwork, { hostId, uuid });
    const { problems } = await killEverywhere(world, spec, { reset: () => reset({ on: true }) });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a network that is gone once it is stopped, and is deleted by that",
  async () => {
    await world.define(bare(transient), "net-create");
    const own = await world.virsh("net-dumpxml", transient);
    const reference = { hostId, uuid: await world.virsh("net-uuid", transient) };
    const spec = await world.planned(deleteNetwork, reference);
    expect(spec.steps).toHaveLength(1);
    const again = async () => {
      if (!(await world.virsh("net-list", "--name")).includes(transient))
        await world.define(own, "net-create");
    };
    expect((await killEverywhere(world, spec, { reset: again })).problems).toEqual([]);
    await world.virsh("net-destroy", transient);
  },
  killTimeoutMs,
);

test(
  "a network that runs, and is deleted",
  async () => {
    await reset({ on: true });
    const spec = await world.planned(deleteNetwork, { hostId, uuid });
    expect(spec.steps).toHaveLength(2);
    const { problems } = await killEverywhere(world, spec, { reset: () => reset({ on: true }) });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test("a network that was started since its deletion was planned is left as it is", async () => {
  await reset({ on: false });
  const spec = await world.planned(deleteNetwork, { hostId, uuid });
  await world.virsh("net-start", name);
  const before = await world.look();
  const job = await world.carryOut(spec);
  expect(job).toMatchObject({
    state: "undone",
    problem: "The network switched was started in the meantime.",
  });
  expect(await world.look()).toEqual(before);
});
