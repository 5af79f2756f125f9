import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Plan } from "../../plan.schema";
import type { BridgesState } from "./see-bridges";
import { HostNamespace, interfaces } from "./testing/host-namespace";
import type { LanClient } from "./testing/lan-client-process";

/** What a page answers whom it does not know (See Other), and what the server says to a connection that was silent for long. */
const onHeldConnection = [303, 408];
const wish = { hostId: "local", device: "eno1", bridge: "br0", address: "fixed" };
const before = ["eno1 70:85:c2:00:00:01 192.168.1.5"];
const bridged = ["br0 70:85:c2:00:00:01 192.168.1.5", "eno1 70:85:c2:00:00:01 port of br0"];
const withBridge = /iface eno1 inet manual\n[\s\S]*iface br0 inet static\n\s+address 192\.168\.1\.5\/24/;

let host: HostNamespace;
let client: LanClient;

beforeEach(async () => {
  host = await HostNamespace.create();
});
afterEach(async () => {
  await client?.end();
  await host?.end();
});

async function signedIn(seconds: number): Promise<void> {
  const token = await host.startServer(seconds);
  client = await host.client();
  await client.signUp(token);
}

async function begin(plan: string, run: string, input: object): Promise<void> {
  const { fingerprint, refusal } = (await client.query(plan, input)) as Plan;
  expect(refusal).toBeNull();
  await client.mutate(run, { ...input, fingerprint });
}

const make = () => begin("bridge.plan", "bridge.run", wish);
const state = () => client.query("bridge.state", { hostId: "local" }) as Promise<BridgesState>;
const waiting = { timeout: 60_000, interval: 20 };
const untilLive = () =>
  vi.waitFor(
    async () => expect((await state()).trial).toMatchObject({ live: true, decision: null }),
    waiting,
  );

test("a bridge that the browser still reaches Passdeck over stays, and so does its connection", async () => {
  await signedIn(60);
  await make();
  await untilLive();
  // What is tried is live alone: a restart of the host would bring the old network.
  expect(await host.addresses()).toEqual(bridged);
  expect(await host.interfaces()).toBe(interfaces);
  await client.mutate("bridge.keep", { hostId: "local" });
  const { made } = await vi.waitFor(async () => {
    const now = await state();
    expect(now).toMatchObject({ trial: null, made: [{ device: "eno1", bridge: "br0", by: "root" }] });
    return now;
  }, waiting);
  expect(onHeldConnection).toContain(await client.askHeld());
  expect(await host.addresses()).toEqual(bridged);
  expect(await host.interfaces()).toMatch(withBridge);
  expect(await host.run("ls", "/run")).not.toMatch(/^passdeck-network$/m);

  // It is taken back as it came, on trial and to the byte.
  await begin("bridge.planUndo", "bridge.undo", { hostId: "local", changeId: made[0]?.id });
  await untilLive();
  await client.mutate("bridge.keep", { hostId: "local" });
  await vi.waitFor(async () => expect(await state()).toEqual({ trial: null, made: [] }), waiting);
  expect(await host.addresses()).toEqual(before);
  expect(await host.interfaces()).toBe(interfaces);
});

test("a bridge that nobody confirms is gone again, and the old address answers", async () => {
  await signedIn(15);
  await make();
  await vi.waitFor(async () => expect(await host.addresses()).toEqual(bridged), waiting);
  await vi.waitFor(async () => expect(await state()).toEqual({ trial: null, made: [] }), waiting);
  expect(await host.addresses()).toEqual(before);
  expect(await host.interfaces()).toBe(interfaces);
});

test("killed while it is tried, Passdeck is not needed for the way back", async () => {
  await signedIn(15);
  await make();
  await untilLive();
  await host.killServer();
  expect(await host.addresses()).toEqual(bridged);
  await vi.waitFor(async () => expect(await host.addresses()).toEqual(before), waiting);
  expect(await host.interfaces()).toBe(interfaces);
  // The next start finds that it is over.
  await host.startServer(15);
  await vi.waitFor(async () => expect(await state()).toEqual({ trial: null, made: [] }), waiting);
  expect(await host.addresses()).toEqual(before);
});

test("killed while it is tried and started again, Passdeck takes the browser's word", async () => {
  await signedIn(60);
  await make();
  await untilLive();
  await host.killServer();
  await host.startServer(60);
  await untilLive();
  await client.mutate("bridge.keep", { hostId: "local" });
  await vi.waitFor(async () => expect(await state()).toMatchObject({ trial: null, made: [{}] }), waiting);
  expect(await host.addresses()).toEqual(bridged);
  expect(await host.interfaces()).toMatch(withBridge);
});

test("with its guard and Passdeck killed, the next start takes it back", async () => {
  await signedIn(60);
  await make();
  await untilLive();
  await host.killServer();
  const guards = await host.run("pgrep", "-f", "guard-main.*local$");
  for (const pid of guards.trim().split("\n")) process.kill(Number(pid), "SIGKILL");
  expect(await host.addresses()).toEqual(bridged);
  await host.startServer(60);
  await vi.waitFor(async () => expect(await state()).toEqual({ trial: null, made: [] }), waiting);
  expect(await host.addresses()).toEqual(before);
  expect(await host.interfaces()).toBe(interfaces);
});
