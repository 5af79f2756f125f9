import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CountingRelay, type Traffic } from "@/e2e/libvirtd/counting-relay";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { type ApiWorld, startApi } from "../http/api-client.test-data";
import { createNetworkSchema } from "../network/network-request.schema";
import { type FakeKernel, newKernel, serial } from "../pci/binding/fake-kernel.test-data";

const run = promisify(execFile);
const hostId = "local";
const patience = { timeout: 60_000, interval: 50 };
const vmId = randomUUID();
const vm = { hostId, vmId };

let libvirtd: PrivateLibvirtd;
let kernel: FakeKernel;
let relay: CountingRelay;
let world: ApiWorld;
/** A page of the VM that is open all the while. */
let page: { unsubscribe(): void };

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  kernel = newKernel();
  const file = join(libvirtd.folder, "domain.xml");
  await writeFile(
    file,
    `<domain type='qemu'><name>before</name><uuid>${vmId}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><graphics type='vnc' port='-1' passwd='s3cret'/></devices></domain>`,
  );
  await virsh("define", file);
  relay = await CountingRelay.start(libvirtd.socketPath);
  world = await startApi(relay.uri, { hostRoot: kernel.folder });
  const known = () => world.api.vm.xml.query(vm).then(Boolean, () => false);
  await vi.waitUntil(known, patience);
  // What the page reads at its start is not the acts' cost.
  await new Promise<void>((shown, failed) => {
    page = world.api.hardware.watch.subscribe(vm, { onData: () => shown(), onError: failed });
  });
}, 180_000);

afterAll(async () => {
  page?.unsubscribe();
  await world?.stop();
  await relay?.stop();
  await libvirtd?.stop();
  kernel?.remove();
});

/** At most so many calls, with all that follows of an act, and never more than two new connections. */
async function costs(most: number, act: () => Promise<unknown>): Promise<void> {
  const { connections, calls }: Traffic = await relay.count(act);
  expect(calls.length, calls.join(" ")).toBeLessThanOrEqual(most);
  expect(connections).toBeLessThanOrEqual(2);
}

async function ended({ jobId }: { jobId: string }): Promise<void> {
  expect(await world.jobEnded(jobId)).toMatchObject({ state: "done", problem: null });
}

test("an edit of one hardware field", async () => {
  const edit = { act: "change" as const, key: "general", from: { title: null }, to: { title: "Edited" } };
  await costs(12, async () => {
    const request = { ...vm, edit, alsoLive: false };
    const { fingerprint } = await world.api.hardware.plan.mutate(request);
    await ended(await world.api.hardware.run.mutate({ ...request, fingerprint }));
  });
  expect(await virsh("desc", vmId, "--title")).toBe("Edited");
  expect(await virsh("dumpxml", vmId, "--security-info")).toContain("passwd='s3cret'");
});

test("a device is attached", async () => {
  await costs(13, async () => {
    const request = { ...vm, addresses: [serial], options: {} };
    const { fingerprint } = await world.api.passthrough.planAttach.query(request);
    await ended(await world.api.passthrough.runAttach.mutate({ ...request, fingerprint }));
  });
  const request = { ...vm, addresses: [serial] };
  const { fingerprint } = await world.api.passthrough.planDetach.query(request);
  await ended(await world.api.passthrough.runDetach.mutate({ ...request, fingerprint }));
});

test("a VM is renamed", async () => {
  await costs(14, () => world.api.vm.rename.mutate({ ...vm, name: "after" }));
});

test("a network is made", async () => {
  const network = createNetworkSchema.parse({
    mode: "isolated",
    name: "counted",
    autostart: false,
    ipv4: null,
    ipv6: null,
    domain: null,
    dns: false,
  });
  await costs(21, async () => ended(await world.api.network.create.mutate({ hostId, network })));
});

test("a VM is started", async () => {
  await costs(14, async () => {
    const { results } = await world.api.vm.act.mutate({ hostId, vmIds: [vmId], action: "start" });
    expect(results).toMatchObject([{ ok: true }]);
  });
});
