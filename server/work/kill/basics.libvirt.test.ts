import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeBasics } from "../basics/make-basics";
import { killBesideOthers, killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";
import { type UnconnectedFiles, unconnectedFiles } from "./testing/unconnected-files.test-data";

let world: KillWorld;
let unconnected: UnconnectedFiles;

beforeAll(async () => {
  unconnected = await unconnectedFiles();
  world = await KillWorld.start({ files: unconnected.files });
  // A host that has nothing.
  await world.virsh("pool-destroy", "disks");
  if ((await world.virsh("net-list", "--all", "--name")) !== "") await world.virsh("net-undefine", "default");
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await unconnected?.remove();
});

/** The pool's folder is libvirt's own place, which a pool that is taken back leaves. */
beforeEach(() => rm(join(world.libvirtd.folder, "lib/images"), { recursive: true, force: true }));

async function jobNow() {
  const { fingerprint } = await world.ask(makeBasics.plan, { hostId });
  return world.jobOf(makeBasics.run, { hostId, fingerprint });
}

const stoppedNetwork = `<network><name>default</name><forward mode='nat'/><bridge name='virbr7'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'/></network>`;

test(
  "a pool and a network that are made",
  async () => {
    expect((await killEverywhere(world, await jobNow())).problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a pool that somebody else makes while the server is down stays theirs",
  async () => {
    const { problems, points } = await killBesideOthers(world, await jobNow(), {
      name: "pool default",
      appear: () => world.virsh("pool-define-as", "default", "dir", "--target", join(world.folder, "theirs")),
    });
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(0);
  },
  killTimeoutMs,
);

test(
  "a pool and a network that are there and stopped are started, and with the host",
  async () => {
    const path = join(world.folder, "stopped");
    await mkdir(path);
    await world.virsh("pool-define-as", "default", "dir", "--target", path);
    await world.define(stoppedNetwork, "net-define");
    // What libvirt tells of both is more once they have run.
    for (const [start, stop] of [
      ["pool-start", "pool-destroy"],
      ["net-start", "net-destroy"],
    ] as const) {
      await world.virsh(start, "default");
      await world.virsh(stop, "default");
    }
    const spec = await jobNow();
    expect(spec.steps.map(({ title }) => title)).toEqual([
      "Start default, now and with the host",
      "Start default, now and with the host",
    ]);
    const reset = async () => {
      await stopIfOn("pool");
      await stopIfOn("net");
    };
    expect((await killEverywhere(world, spec, { reset })).problems).toEqual([]);
    expect(await world.carryOut(spec)).toMatchObject({ state: "done", problem: null });
    expect(await world.virsh("pool-info", "default")).toMatch(/running.*Autostart:\s+yes/s);
    expect(await world.virsh("net-info", "default")).toMatch(/Active:\s+yes.*Autostart:\s+yes/s);
  },
  killTimeoutMs,
);

/** Stops “default” where it runs, and has it stay so when the host starts. */
async function stopIfOn(kind: "pool" | "net"): Promise<void> {
  if ((await world.virsh(`${kind}-list`, "--name")).split(/\s+/).includes("default"))
    await world.virsh(`${kind}-destroy`, "default");
  await world.virsh(`${kind}-autostart`, "--disable", "default");
}
