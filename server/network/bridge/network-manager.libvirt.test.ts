import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileReplacement } from "../../host/configuration/host-configuration";
import type { BridgeChange, Way } from "./bridge-change";
import { ManagerNamespace } from "./testing/manager-namespace";
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

const host = new NetworkRoot();
let change: BridgeChange;
let manager: ManagerNamespace;

beforeAll(async () => {
  host.install(files);
  const text = { path: profile, from: null, to: keyfile, executable: false };
  await host.configuration.replace(text);
  change = await host.change();
  manager = await ManagerNamespace.create(host.root);
}, 60_000);

afterAll(async () => {
  await manager?.end();
  host.remove();
});

async function written(changed: readonly FileReplacement[]): Promise<void> {
  for (const file of changed) await host.configuration.replace(file);
}

const withdrawn = (changed: readonly FileReplacement[]) =>
  written(changed.map(({ from, to, ...file }) => ({ ...file, from: to, to: from })));

async function gone({ before, after }: Way): Promise<void> {
  for (const words of [...before, ...after]) await manager.run(...words);
}

test("NetworkManager itself goes over to a bridge and back, and keeps it over restarts", async () => {
  expect(await manager.addresses()).toEqual(alone);
  await written(change.live);
  await gone(change.there);
  expect(await manager.addresses()).toEqual(bridged);
  await withdrawn(change.live);
  await gone(change.back);
  expect(await manager.addresses()).toEqual(alone);

  await written(change.live);
  await gone(change.there);
  await written(change.files);
  await withdrawn(change.live);
  for (const words of change.kept) await manager.run(...words);
  expect(await manager.addresses()).toEqual(bridged);
  await manager.start();
  expect(await manager.addresses()).toEqual(bridged);

  await withdrawn(change.files);
  await gone(change.undone.there);
  expect(await manager.addresses()).toEqual(alone);
}, 60_000);
