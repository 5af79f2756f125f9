import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { downloadStorageVolume } from "../volume/download";
import { killBesideOthers, killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;
let web: Server;
let url: string;

const file = Buffer.alloc(3 * 2 ** 20, "passdeck");

beforeAll(async () => {
  web = createServer((_request, response) => response.end(file)).listen(0, "127.0.0.1");
  await once(web, "listening");
  url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/image.raw`;
  world = await KillWorld.start();
}, 180_000);

afterAll(async () => {
  await world?.stop();
  web?.close();
});

const download = (name: string) =>
  world.jobOf(downloadStorageVolume, { hostId, pool: "disks", url, name, checksum: null });

test(
  "a download",
  async () => {
    expect((await killEverywhere(world, await download("image.raw"))).problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a download, beside a volume that somebody else makes while the server is down",
  async () => {
    const { problems, points } = await killBesideOthers(world, await download("theirs.raw"), {
      name: "volume disks/theirs.raw",
      appear: () => world.virsh("vol-create-as", "disks", "theirs.raw", "3M", "--format", "raw"),
    });
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(2);
  },
  killTimeoutMs,
);
