import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { getUntypedClient } from "@trpc/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { type ApiWorld, startApi } from "../http/api-client.test-data";
import { card, type FakeKernel, newKernel } from "../pci/binding/fake-kernel.test-data";
import { procedureKinds } from "./procedure-kinds";
import { appRouter } from "./router";

const run = promisify(execFile);
const hostId = "local";
const vmId = randomUUID();
const vm = { hostId, vmId };

/** What each subscription of the API is asked for. */
const inputs: Readonly<Record<string, unknown>> = {
  "fleet.watch": undefined,
  "statistics.watch": { hostId, intervalSeconds: 2 },
  "hosts.watch": undefined,
  "hosts.check": {
    hostId: null,
    route: { transport: "ssh", target: { host: "127.0.0.1", port: 1, user: null }, jumps: [] },
    uri: "qemu:///system",
    pins: [],
    credential: { kind: "own" },
  },
  "host.watchReport": { hostId },
  "host.cluster": { hostId },
  "vm.events": vm,
  "move.watch": vm,
  "definition.watchVersions": vm,
  "hardware.watch": vm,
  "job.watch": undefined,
  "vm.failedStarts": undefined,
  "account.notifications": undefined,
  "notify.watch": undefined,
  "people.watch": undefined,
  "group.watch": undefined,
  "share.watch": vm,
  "console.viewers": { ...vm, kind: "serial" },
  "console.access": vm,
  "guestGpu.watch": vm,
  "console.links": vm,
  "network.watch": { hostId },
  "share.watchDevice": { hostId, name: "any GPU" },
  "named.watch": { hostId },
  "booking.watch": { hostId },
  "storage.watch": { hostId },
};

let libvirtd: PrivateLibvirtd;
let kernel: FakeKernel;
let world: ApiWorld;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  kernel = newKernel();
  const file = join(libvirtd.folder, "domain.xml");
  await writeFile(
    file,
    `<domain type='qemu'><name>watched</name><uuid>${vmId}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os></domain>`,
  );
  await run("virsh", ["-q", "-c", libvirtd.uri, "define", file]);
  world = await startApi(libvirtd.uri, { hostRoot: kernel.folder });
  await vi.waitUntil(() => world.api.vm.xml.query(vm).then(Boolean, () => false), { timeout: 60_000 });
  await world.api.named.add.mutate({ hostId, name: "any GPU", note: "", cards: [card.gpu] });
  await world.api.vm.act.mutate({ hostId, vmIds: [vmId], action: "start" });
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await libvirtd?.stop();
  kernel?.remove();
});

test("every subscription is tried", () => {
  const subscriptions = [...procedureKinds(appRouter)].filter(([, kind]) => kind === "subscription");
  expect(Object.keys(inputs).sort()).toEqual(subscriptions.map(([path]) => path).sort());
});

test.each(Object.entries(inputs))("%s tells what its schema says, and nothing else", async (path, input) => {
  await new Promise<void>((resolve, reject) => {
    const subscription = getUntypedClient(world.api).subscription(path, input, {
      onData() {
        subscription.unsubscribe();
        resolve();
      },
      onError: reject,
    });
  });
});
