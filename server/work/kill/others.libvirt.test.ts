import { afterAll, beforeAll, expect, test } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { specification } from "@/e2e/libvirtd/create-rig";
import { creationOf } from "./testing/creation";
import { killBesideOthers, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";

let world: KillWorld;

beforeAll(async () => {
  world = await KillWorld.start();
}, 180_000);

afterAll(() => world?.stop());

test(
  "a volume that somebody else makes while the server is down stays theirs",
  async () => {
    const { problems, points } = await killBesideOthers(
      world,
      await creationOf(world, specification("web-1")),
      {
        name: "volume disks/web-1.qcow2",
        // As large as the job would have made it, and with something in it.
        appear: () => world.virsh("vol-create-as", "disks", "web-1.qcow2", "16M", "--format", "raw"),
      },
    );
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(2);
  },
  killTimeoutMs,
);

test(
  "a VM that somebody else makes while the server is down stays theirs",
  async () => {
    const xml = bareDomainXml("web-2");
    const { problems, points } = await killBesideOthers(
      world,
      await creationOf(world, specification("web-2")),
      {
        name: "domain web-2",
        appear: () => world.define(xml),
      },
    );
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(5);
  },
  killTimeoutMs,
);
