import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobSpec } from "../../job/jobs";
import { readSavedNetwork } from "../../network/edit/save-network";
import { lookUpNetwork } from "../../network/network-acts";
import { createNetworkSchema } from "../../network/network-request.schema";
import { createNetwork } from "../network/create";
import { editNetwork } from "../network/edit";
import { killBesideOthers, killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";
import { type UnconnectedFiles, unconnectedFiles } from "./testing/unconnected-files.test-data";

let world: KillWorld;
let unconnected: UnconnectedFiles;

beforeAll(async () => {
  unconnected = await unconnectedFiles();
  world = await KillWorld.start({ files: unconnected.files });
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await unconnected?.remove();
});

function creation(name: string, third: number): Promise<JobSpec> {
  const network = createNetworkSchema.parse({
    mode: "isolated",
    name,
    autostart: true,
    ipv4: {
      address: `192.168.${third}.1`,
      prefix: 24,
      dhcp: { start: `192.168.${third}.10`, end: `192.168.${third}.99` },
    },
    ipv6: null,
    domain: null,
    dns: true,
  });
  return world.jobOf(createNetwork, { hostId, network });
}

test(
  "a network that is made",
  async () => {
    expect((await killEverywhere(world, await creation("made", 201))).problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a network of the same name that somebody else makes while the server is down stays theirs",
  async () => {
    const xml = "<network><name>theirs</name></network>";
    const { problems } = await killBesideOthers(world, await creation("theirs", 202), {
      name: "network theirs",
      appear: () => world.define(xml, "net-define"),
    });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a network that runs, and is changed",
  async () => {
    expect((await world.carryOut(await creation("edited", 203))).state).toBe("done");
    const uuid = await world.virsh("net-uuid", "edited");
    const net = await lookUpNetwork(world.connection, uuid);
    const { settings, base } = await readSavedNetwork(world.connection, net);
    const dnsHosts = [{ address: "192.168.203.50", names: ["printer.lan"] }];
    const spec = await world.jobOf(editNetwork, {
      hostId,
      uuid,
      base,
      settings: { ...settings, dnsHosts },
    });
    expect(spec.steps).toHaveLength(2);
    const before = await world.virsh("net-dumpxml", "edited", "--inactive");
    const reset = async () => {
      await world.define(before, "net-define");
      await world.virsh("net-destroy", "edited");
      await world.virsh("net-start", "edited");
    };
    expect((await killEverywhere(world, spec, { reset })).problems).toEqual([]);
  },
  killTimeoutMs,
);
