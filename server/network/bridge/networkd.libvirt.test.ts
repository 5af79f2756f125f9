import { afterAll, beforeAll, expect, test } from "vitest";
import type { BridgeChange } from "./bridge-change";
import { ManagerNamespace, type NetworkManagement } from "./testing/manager-namespace";
import { NetworkRoot } from "./testing/network-root";

const files = {
  "etc/systemd/network/20-wired.network":
    "[Match]\nName=eno1\n\n[Network]\nAddress=192.168.1.5/24\nIPv6AcceptRA=no\n",
  "run/systemd/network/.keep": "",
};
const alone = ["eno1 192.168.1.5"];
const bridged = ["br0 192.168.1.5", "eno1 port of br0"];
const states = ["links", "leases", "lldp"].map((name) => `/run/systemd/netif/${name}`);

const networkd: NetworkManagement = {
  folder: "etc/systemd/network",
  // As systemd makes it for its user.
  prepare: [
    ["mkdir", "-p", ...states],
    ["chown", "-R", "systemd-network", "/run/systemd/netif"],
  ],
  program: ["/lib/systemd/systemd-networkd"],
  awaited: ["/lib/systemd/systemd-networkd-wait-online", "--any", "--timeout=30"],
};

const host = new NetworkRoot();
let change: BridgeChange;
let manager: ManagerNamespace;

beforeAll(async () => {
  host.install(files);
  change = await host.change();
  manager = await ManagerNamespace.create(host.root, networkd);
}, 60_000);

afterAll(async () => {
  await manager?.end();
  host.remove();
});

/** networkctl does not wait for what it asks for. */
const becomes = (addresses: string[]) =>
  expect.poll(() => manager.addresses(), { timeout: 30_000 }).toEqual(addresses);

test("systemd-networkd itself goes over to a bridge and back, and keeps it over restarts", async () => {
  await becomes(alone);
  await host.carryOut(change.live);
  await manager.go(change.there);
  await becomes(bridged);
  await host.takeBack(change.live);
  await manager.go(change.back);
  await becomes(alone);

  await host.carryOut(change.live);
  await manager.go(change.there);
  await becomes(bridged);
  await host.carryOut(change.files);
  await host.takeBack(change.live);
  await manager.go({ before: [], after: change.kept });
  await manager.start();
  await becomes(bridged);

  await host.takeBack(change.files);
  await manager.go(change.undone.there);
  await becomes(alone);
}, 120_000);
