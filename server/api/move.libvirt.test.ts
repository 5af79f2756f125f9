import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { HostPair } from "@/e2e/libvirtd/host-pair";
import { type ApiWorld, startApiOf } from "../http/api-client.test-data";
import { noDownloads } from "../http/test-server.test-data";

let pair: HostPair;
let world: ApiWorld;
const patience = { timeout: 60_000, interval: 20 };

beforeAll(async () => {
  pair = await HostPair.start();
  world = await startApiOf(async () => ({
    hosts: [pair.one.host(), pair.two.host()],
    downloads: noDownloads,
    close: async () => undefined,
  }));
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await pair?.stop();
});

test("a running VM moves to the other host, and back", async () => {
  const vmId = randomUUID();
  await pair.one.define(bareDomainXml("rover").replace("<memory", `<uuid>${vmId}</uuid><memory`));
  await pair.one.virsh("start", "rover");
  await pair.one.virsh("autostart", "rover");
  for (const [from, to] of [
    ["one", "two"],
    ["two", "one"],
  ] as const) {
    const request = { hostId: from, vmId, targetHostId: to };
    const planned = await vi.waitUntil(
      () => world.api.move.plan.mutate(request).catch((e) => (console.log(e.message), null)),
      patience,
    );
    expect(planned.plan.refusal).toBeNull();
    expect(planned.live).toBe(true);
    const { jobId } = await world.api.move.run.mutate({ ...request, fingerprint: planned.plan.fingerprint });
    const job = await world.jobEnded(jobId);
    expect(job.problem).toBeNull();
    expect(job.state).toBe("done");
    expect(await pair[to].virsh("domstate", "rover")).toBe("running");
    expect(await pair[to].virsh("dominfo", "rover")).toMatch(/Persistent:\s+yes\nAutostart:\s+enable/);
    expect(await pair[from].virsh("list", "--all", "--name")).toBe("");
  }
});
