import { afterAll, beforeAll, expect, test } from "vitest";
import type { BridgeChange } from "./bridge-change";
import { ManagerNamespace, type NetworkManagement } from "./testing/manager-namespace";
import { NetworkRoot } from "./testing/network-root";

const profile = "etc/NetworkManager/system-connections/eno1.nmconnection";
const uuid = "5903ac99-e03f-46a8-8806-0a7a8424497e";
const files = {
  "run/NetworkManager/devices/2": "",
  "etc/NetworkManager/NetworkManager.conf": "[main]\nplugins=keyfile\nauth-polkit=false\nno-auto-default=*\n",
};
const keyfile = `[connection]
id=eno1
uuid=${uuid}
type=ethernet
interface-name=eno1

[ipv4]
address1=192.168.1.5/24
method=manual

[ipv6]
method=disabled
`;
const alone = ["eno1 192.168.1.5"];
const bridged = ["br0 192.168.1.5", "eno1 port of br0"];

const networkManager: NetworkManagement = {
  folder: "etc/NetworkManager",
  prepare: [["mount", "-t", "tmpfs", "tmpfs", "/var/lib/NetworkManager"]],
  program: ["NetworkManager", "--no-daemon"],
  awaited: ["nm-online", "--quiet", "--wait-for-startup", "--timeout=30"],
};

const host = new NetworkRoot();
let change: BridgeChange;
let manager: ManagerNamespace;

beforeAll(async () => {
  host.install(files);
  const text = { path: profile, from: null, to: keyfile, executable: false };
  await host.configuration.replace(text);
  change = await host.change();
  manager = await ManagerNamespace.create(host.root, networkManager);
}, 60_000);

afterAll(async () => {
  await manager?.end();
  host.remove();
});

test("NetworkManager itself goes over to a bridge and back, and keeps it over restarts", async () => {
  expect(await manager.addresses()).toEqual(alone);
  await host.carryOut(change.live);
  await manager.go(change.there);
  expect(await manager.addresses()).toEqual(bridged);
  await host.takeBack(change.live);
  await manager.go(change.back);
  expect(await manager.addresses()).toEqual(alone);

  await host.carryOut(change.live);
  await manager.go(change.there);
  await host.carryOut(change.files);
  await host.takeBack(change.live);
  await manager.go({ before: [], after: change.kept });
  expect(await manager.addresses()).toEqual(bridged);
  await manager.start();
  expect(await manager.addresses()).toEqual(bridged);

  await host.takeBack(change.files);
  await manager.go(change.undone.there);
  expect(await manager.addresses()).toEqual(alone);
}, 60_000);
