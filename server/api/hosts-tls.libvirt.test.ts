import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FleetStore } from "@/components/fleet/fleet-store";
import type { Source } from "@/e2e/libvirtd/create-rig";
import { TlsLibvirtd } from "@/e2e/tls/tls-libvirtd";
import { type ApiWorld, startApiOf } from "../http/api-client.test-data";
import { noDownloads } from "../http/test-server.test-data";
import type { CheckHost, CheckNews } from "../work/hosts/host-request.schema";

const patience = { timeout: 60_000, interval: 20 };
const uri = "qemu:///system";
let there: TlsLibvirtd;
let world: ApiWorld;
let fleet: FleetStore;

beforeAll(async () => {
  there = await TlsLibvirtd.start();
  const { route, credential, expectedKey } = there.access();
  world = await startApiOf(
    async () => ({ hosts: [], downloads: noDownloads, close: async () => undefined }),
    { hosts: [{ name: "given", uri, route, credential, expectedKey }] },
  );
  fleet = new FleetStore();
  world.api.fleet.watch.subscribe(undefined, { onData: (message) => void fleet.apply(message) });
}, 120_000);

afterAll(async () => {
  await world?.stop();
  await there?.stop();
});

const host = (hostId: string) => fleet.allHosts().find(({ id }) => id === hostId);
const connected = (hostId: string) => vi.waitUntil(() => host(hostId)?.connection === "connected", patience);

/** The last of what a check tells, and what it passed. */
async function check(parts: Partial<CheckHost> = {}) {
  const { route, credential } = there.access();
  const news: CheckNews[] = [];
  await new Promise<void>((resolve, reject) => {
    world.api.hosts.check.subscribe(
      { hostId: null, route, credential, uri, pins: [there.hostKey], ...parts },
      { onData: (said) => void news.push(said), onComplete: resolve, onError: reject },
    );
  });
  const passed = news.filter(({ state }) => state === "passed").map(({ step }) => step);
  return { last: news.at(-1), passed };
}

test("a check looks at the certificate, asks for its key, then tries each step", async () => {
  const asked = await check({ pins: [] });
  expect(asked.last).toMatchObject({
    step: "key",
    state: "asks",
    seen: { fingerprint: there.fingerprint, acceptedFingerprint: null },
  });
  const { last, passed } = await check();
  expect(passed).toEqual(["route", "certificate", "key", "sign-in", "libvirt", "rights", "version"]);
  expect(last).toMatchObject({
    step: "files",
    state: "left",
    said: expect.stringContaining("reached by TLS only"),
  });
});

test("a check tells what fails where it belongs, with what to do", async () => {
  const { route, credential } = there.access();
  const other = { ...route, ca: route.certificate };
  expect((await check({ route: other })).last).toMatchObject({
    step: "certificate",
    state: "failed",
    fix: expect.stringContaining("/etc/pki/CA/cacert.pem"),
  });
  const { certificate, privateKey } = there.pki.issue({ name: "old", days: -1 });
  const old = await check({ route: { ...route, certificate }, credential: { ...credential, privateKey } });
  expect(old.last).toMatchObject({
    step: "sign-in",
    state: "failed",
    fix: expect.stringContaining("journalctl"),
  });
  const changed = await check({ pins: [{ type: "ec", key: "AAAA" }] });
  expect(changed.last).toMatchObject({
    step: "key",
    state: "failed",
    seen: { fingerprint: there.fingerprint, acceptedFingerprint: expect.stringContaining("SHA256:") },
  });
  await expect(check({ credential: { kind: "own" } })).rejects.toThrow();
});

test("a host of the settings is there, and nobody changes or removes it by the page", async () => {
  await connected("given");
  const [view] = await new Promise<unknown[]>((resolve) => {
    world.api.hosts.watch.subscribe(undefined, { onData: resolve });
  });
  expect(view).toMatchObject({ hostId: "given", bySettings: true, expectedKey: there.fingerprint });
  expect(JSON.stringify(view)).not.toContain("PRIVATE KEY");
  await expect(world.api.hosts.remove.mutate({ hostId: "given" })).rejects.toThrow("PASSDECK_HOSTS");
});

test("a host that is added has its VMs, and makes new ones, though its files can't be read", async () => {
  const { route, credential } = there.access();
  await world.api.hosts.add.mutate({ name: "far", route, credential, uri, pins: [there.hostKey] });
  await connected("far");
  expect(host("far")?.filesProblem).toContain("reached by TLS only");
  const source: Source = {
    kind: "specification",
    specification: {
      name: "made-by-tls",
      domainType: "qemu",
      memory: { bytes: 64 * 2 ** 20 },
      cpu: { cores: 1 },
      firmware: { kind: "bios" },
      graphics: { kind: "none" },
      disks: [],
    },
  };
  const request = { source, start: true };
  const { plan } = await world.api.create.plan.mutate({ hostId: "far", request });
  expect(plan.refusal).toBeNull();
  const { fingerprint } = plan;
  const { jobId } = await world.api.create.run.mutate({ hostId: "far", request, fingerprint });
  expect(await world.jobEnded(jobId)).toMatchObject({ state: "done" });
  await vi.waitUntil(
    () => [...fleet.allVms()].some(({ name, state }) => name === "made-by-tls" && state === "running"),
    patience,
  );
});
