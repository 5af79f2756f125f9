import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { OwnHost } from "@/e2e/libvirtd/own-host";
import { parseServerControl } from "./console/protocol.schema";
import { romImage } from "./domain/rom/rom-image.test-data";
import type { FleetMessage, HostSummary, VmEvent, VmSummary } from "./fleet/schema";
import { schemasHere, schemasOf } from "./host/libvirt/schemas.test-data";
import { type ApiWorld, startApiOf } from "./http/api-client.test-data";
import { noDownloads } from "./http/test-server.test-data";
import { createNetworkSchema } from "./network/network-request.schema";
import { card, serial } from "./pci/binding/fake-kernel.test-data";

/** One VM's name and UUID on both hosts. */
const name = "twin";
const vmId = randomUUID();
const onOne = { hostId: "one", vmId };
const onTwo = { hostId: "two", vmId };
const patience = { timeout: 60_000, interval: 20 };
/** Stands in all that is given a name on the first host. */
const mark = "only-on-one";
/** The same path on both. */
const screen = "/run/libvirt/qemu/screen.sock";

/** A schema that is another one than that of the first host. */
const otherSchemas = schemasOf({ "domain.rng": "<start><element name='domain'><text/></element></start>" });

let one: OwnHost;
let two: OwnHost;
let world: ApiWorld;
let page: Page;
/** All that pages of the second host and of its VM are told. */
const told: unknown[] = [];

/** What a page of everything shows, and all that it was told. */
class Page {
  readonly hosts = new Map<string, HostSummary>();
  readonly vms = new Map<string, VmSummary>();
  readonly #subscription: { unsubscribe(): void };

  constructor(api: ApiWorld["api"]) {
    this.#subscription = api.fleet.watch.subscribe(undefined, { onData: (message) => this.#take(message) });
  }

  vm({ hostId, vmId: id }: { hostId: string; vmId: string }): VmSummary | undefined {
    return this.vms.get(`${hostId}/${id}`);
  }

  async until(holds: (page: Page) => boolean): Promise<void> {
    await vi.waitUntil(() => holds(this), patience);
  }

  close(): void {
    this.#subscription.unsubscribe();
  }

  #take(message: FleetMessage): void {
    for (const host of message.hosts) this.hosts.set(host.id, host);
    for (const vm of message.vms) this.vms.set(`${vm.hostId}/${vm.id}`, vm);
    if (message.type === "delta")
      for (const gone of message.removed) this.vms.delete(`${gone.hostId}/${gone.id}`);
  }
}

function definition(): string {
  const xml = bareDomainXml(name, [
    {
      name: "graphics",
      attributes: { type: "vnc" },
      children: [{ name: "listen", attributes: { type: "socket", socket: screen } }],
    },
    { name: "serial", attributes: { type: "pty" } },
  ]);
  return xml.replace("<memory", `<uuid>${vmId}</uuid><memory`);
}

beforeAll(async () => {
  [one, two] = await Promise.all([OwnHost.start("one", schemasHere), OwnHost.start("two", otherSchemas)]);
  await Promise.all([one.define(definition()), two.define(definition())]);
  world = await startApiOf(async () => ({
    hosts: [one.host(), two.host()],
    downloads: noDownloads,
    close: async () => undefined,
  }));
  page = new Page(world.api);
  await page.until(() => page.vm(onOne) !== undefined && page.vm(onTwo) !== undefined);
  const listener = { onData: (data: unknown) => void told.push(data) };
  const { api } = world;
  api.hardware.watch.subscribe(onTwo, listener);
  api.definition.watchVersions.subscribe(onTwo, listener);
  api.vm.events.subscribe(onTwo, listener);
  api.host.watchReport.subscribe({ hostId: "two" }, listener);
  api.network.watch.subscribe({ hostId: "two" }, listener);
  api.storage.watch.subscribe({ hostId: "two" }, listener);
}, 180_000);

afterAll(async () => {
  page?.close();
  await world?.stop();
  await Promise.all([one?.stop(), two?.stop()]);
});

/** The first answer of a subscription. */
function first<Data>(subscribe: (onData: (data: Data) => void) => { unsubscribe(): void }): Promise<Data> {
  return new Promise((resolve) => {
    const subscription = subscribe((data) => {
      queueMicrotask(() => subscription.unsubscribe());
      resolve(data);
    });
  });
}

const act = async (vm: typeof onOne, action: "start" | "force-off") => {
  const { results } = await world.api.vm.act.mutate({ hostId: vm.hostId, vmIds: [vm.vmId], action });
  expect(results).toMatchObject([{ ok: true }]);
};

/** What the server says of a VM's console, with a ticket for it. */
async function opened(vm: typeof onOne, kind: "serial" | "graphical"): Promise<object> {
  const { ticket } = await world.api.console.open.mutate({ ...vm, kind, readOnly: false });
  const socket = world.socket(kind === "serial" ? "/ws/console" : "/ws/graphical");
  const answer = new Promise<object>((resolve) => {
    socket.on("message", (data, isBinary) => {
      const control = isBinary
        ? null
        : kind === "serial"
          ? parseServerControl(String(data))
          : JSON.parse(String(data));
      if (control === null || ("state" in control && control.state === "connecting")) return;
      resolve(control);
    });
  });
  socket.on("open", () => socket.send(JSON.stringify({ type: "open", ticket, resume: null })));
  const control = await answer;
  socket.terminate();
  return control;
}

const eventsOf = (vm: typeof onOne) =>
  first<VmEvent[]>((onData) => world.api.vm.events.subscribe(vm, { onData }));

test("starting a VM, its screen and its console reach the one host, and nothing of the other", async () => {
  const before = await eventsOf(onTwo);
  await act(onOne, "start");
  await page.until(() => page.vm(onOne)?.state === "running");
  expect(await two.virsh("domstate", name)).toBe("shut off");
  expect(page.vm(onTwo)?.state).toBe("off");
  expect(await eventsOf(onTwo)).toEqual(before);
  expect((await eventsOf(onOne)).map(({ kind }) => kind)).toContain("started");

  expect(await opened(onOne, "graphical")).toMatchObject({ type: "opened" });
  expect(await opened(onTwo, "graphical")).toMatchObject({
    type: "refused",
    message: expect.stringContaining("twin is off"),
  });
  expect([one.places, two.places]).toEqual([[{ path: screen }], []]);
  expect(await opened(onOne, "serial")).toMatchObject({ state: "connected" });
  expect(await opened(onTwo, "serial")).toMatchObject({ state: "off" });

  await act(onTwo, "start");
  await page.until(() => page.vm(onTwo)?.state === "running");
  await act(onOne, "force-off");
  await page.until(() => page.vm(onOne)?.state === "off");
  expect(await two.virsh("domstate", name)).toBe("running");
  expect(await opened(onTwo, "graphical")).toMatchObject({ type: "opened" });
  expect([one.places, two.places]).toEqual([[{ path: screen }], [{ path: screen }]]);
  const sample = await first<{ hostId: string; vms: object }>((onData) =>
    world.api.statistics.watch.subscribe({ hostId: "one", intervalSeconds: 2 }, { onData }),
  );
  expect(sample).toMatchObject({ hostId: "one", vms: {} });
  await act(onTwo, "force-off");
  await page.until(() => page.vm(onTwo)?.state === "off");
});

test("a rename and its history are the one VM's", async () => {
  const versions = () =>
    first<{ what: string }[]>((onData) => world.api.definition.watchVersions.subscribe(onTwo, { onData }));
  const before = await versions();
  await world.api.vm.rename.mutate({ ...onOne, name: mark });
  await page.until(() => page.vm(onOne)?.name === mark);
  expect(page.vm(onTwo)?.name).toBe(name);
  expect(await two.virsh("list", "--all", "--name")).toBe(name);
  expect(await versions()).toEqual(before);
  await world.api.vm.rename.mutate({ ...onOne, name });
  await page.until(() => page.vm(onOne)?.name === name);
});

test("an edit of the hardware is the one VM's", async () => {
  const edit = { act: "change" as const, key: "general", from: { title: null }, to: { title: mark } };
  const request = { ...onOne, edit, alsoLive: false };
  const { fingerprint } = await world.api.hardware.plan.mutate(request);
  const { jobId } = await world.api.hardware.run.mutate({ ...request, fingerprint });
  expect(await world.jobEnded(jobId)).toMatchObject({ hostId: "one", state: "done" });
  expect(await one.virsh("desc", vmId, "--title")).toBe(mark);
  expect(await two.virsh("desc", vmId, "--title")).not.toContain(mark);
});

test("a device of the same address is attached to the one VM", async () => {
  const request = { ...onOne, addresses: [serial], options: {} };
  const { fingerprint } = await world.api.passthrough.planAttach.query(request);
  const { jobId } = await world.api.passthrough.runAttach.mutate({ ...request, fingerprint });
  expect(await world.jobEnded(jobId)).toMatchObject({ hostId: "one", state: "done" });
  expect(await one.virsh("dumpxml", vmId)).toContain("<hostdev");
  expect(await two.virsh("dumpxml", vmId)).not.toContain("<hostdev");
  const onOther = await world.api.passthrough.planDetach.query({ ...onTwo, addresses: [serial] });
  expect(onOther.refusal).toBe(`${name} does not have ${serial}.`);
});

test("devices of the same addresses are bound on the one host, and on both at a time", async () => {
  const request = (hostId: string, way: "reserve" | "return") => ({
    hostId,
    act: way,
    addresses: [card.gpu],
  });
  const bind = async (hostId: string, way: "reserve" | "return") => {
    const { fingerprint } = await world.api.passthrough.planBinding.query(request(hostId, way));
    const { jobId } = await world.api.passthrough.runBinding.mutate({ ...request(hostId, way), fingerprint });
    return world.jobEnded(jobId);
  };
  const [beforeOne, beforeTwo] = [one.kernel.bindings(), two.kernel.bindings()];
  expect(await bind("one", "reserve")).toMatchObject({ hostId: "one", state: "done" });
  expect(one.kernel.driverOf(card.gpu)).toBe("vfio-pci");
  expect(two.kernel.writes).toEqual([]);
  expect(two.kernel.bindings()).toEqual(beforeTwo);
  expect((await world.api.passthrough.planBinding.query(request("two", "return"))).refusal).not.toBeNull();

  const written = one.kernel.writes.length;
  const both = await Promise.all([bind("one", "return"), bind("two", "reserve")]);
  expect(both.map(({ state }) => state)).toEqual(["done", "done"]);
  expect(one.kernel.bindings()).toEqual(beforeOne);
  expect(one.kernel.writes.length).toBeGreaterThan(written);
  expect(two.kernel.driverOf(card.gpu)).toBe("vfio-pci");
});

test("a ROM file, a network and a schema are the one host's", async () => {
  const rom = { name: `${mark}.rom`, address: null };
  const base64 = Buffer.from(romImage({ codeType: 3, last: true })).toString("base64");
  const { path } = await world.api.passthrough.uploadRom.mutate({ hostId: "one", ...rom, base64 });
  expect(path).toBe(`${one.folder}/${mark}.rom`);
  expect(await world.api.passthrough.roms.query({ hostId: "two", address: null })).toEqual([]);
  await expect(world.api.passthrough.deleteRom.mutate({ hostId: "two", name: rom.name })).rejects.toThrow(
    "no ROM file",
  );
  expect(await world.api.passthrough.roms.query({ hostId: "one", address: null })).toMatchObject([{ path }]);

  const network = createNetworkSchema.parse({
    mode: "isolated",
    name: mark,
    autostart: false,
    ipv4: null,
    ipv6: null,
    domain: null,
    dns: false,
  });
  const { jobId } = await world.api.network.create.mutate({ hostId: "one", network });
  expect(await world.jobEnded(jobId)).toMatchObject({ state: "done" });
  expect(await one.virsh("net-list", "--all", "--name")).toContain(mark);
  expect(await two.virsh("net-list", "--all", "--name")).not.toContain(mark);

  const grammars = await Promise.all(
    ["one", "two"].map((hostId) => world.api.definition.grammar.query({ hostId })),
  );
  expect(grammars[0]?.nodes.length).toBeGreaterThan(100);
  expect(grammars[1]?.nodes).toMatchObject([{ name: "domain", children: [] }]);
  const text = definition();
  expect(await world.api.create.importXml.mutate({ hostId: "one", text })).toMatchObject({ problems: [] });
  expect((await world.api.create.importXml.mutate({ hostId: "two", text })).problems).not.toEqual([]);
});

test("a VM is deleted on the one host, with its history", async () => {
  const request = { ...onOne, deleteDisks: [] };
  const { fingerprint } = await world.api.vm.planDelete.mutate(request);
  await world.api.vm.delete.mutate({ ...request, fingerprint });
  await page.until(() => page.vm(onOne) === undefined);
  expect(page.vm(onTwo)).toMatchObject({ name, id: vmId });
  expect(await two.virsh("domuuid", name)).toBe(vmId);
  expect(await world.api.definition.get.query(onTwo)).toMatchObject({ vmId });
});

test("who looks at the second host was told nothing of the first", async () => {
  const end = "that is all";
  await two.virsh("desc", name, "--config", "--title", end);
  const isTold = () => told.some((data) => JSON.stringify(data).includes(end));
  await vi.waitUntil(isTold, patience);
  expect(JSON.stringify(told)).not.toContain(mark);
});

test("one host's libvirt goes away, and the other's goes on", async () => {
  await one.libvirtd.kill();
  await page.until(() => page.hosts.get("one")?.connection === "lost");
  expect(page.hosts.get("two")?.connection).toBe("connected");
  await act(onTwo, "start");
  await page.until(() => page.vm(onTwo)?.state === "running");
  await expect(
    world.api.vm.act.mutate({ hostId: "one", vmIds: [vmId], action: "start" }),
  ).resolves.toMatchObject({
    results: [{ ok: false }],
  });
});
