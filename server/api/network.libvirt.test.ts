import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { createNetworkSchema } from "../network/network-request.schema";
import { createNetwork } from "../work/network/create";
import { deleteNetwork } from "../work/network/delete";
import { previewNetwork } from "../work/network/preview";
import { setNetworkAutostart } from "../work/network/set-autostart";
import { startNetwork } from "../work/network/start";
import { stopNetwork } from "../work/network/stop";
import { hostId, isolated, NetworkRig } from "./network-rig.test-data";
import { networkLeases, networkXml } from "./network-views";

let rig: NetworkRig;

beforeAll(async () => {
  rig = await NetworkRig.start(await startPrivateLibvirtd());
}, 180_000);

afterEach(() => rig.clean());

afterAll(() => rig?.stop());

test("makes one as it was asked for, and starts it", async () => {
  const network = isolated(rig.newName(), 201);
  await rig.make(network);
  expect(rig.page.byName(network.name)).toMatchObject({
    mode: "isolated",
    autostart: true,
    persistent: true,
    bridge: expect.stringMatching(/^virbr\d+$/),
    domain: "lab.home.arpa",
    ips: [
      {
        family: "ipv4",
        address: "192.168.201.1",
        prefix: 24,
        ranges: [{ start: "192.168.201.10", end: "192.168.201.99" }],
      },
      { family: "ipv6", address: "fd00:0:0:201::1", prefix: 64, ranges: [] },
    ],
  });
  expect(await rig.virsh("net-info", network.name)).toMatch(/Active: +yes[\s\S]*Autostart: +yes/);
  expect((await networkXml(rig.fleet, rig.reference(network.name))).xml).toContain("192.168.201.10");
  expect(await networkLeases(rig.fleet, rig.reference(network.name))).toEqual([]);
});

test("follows what virsh does, to its end", async () => {
  const network = isolated(rig.newName(), 202);
  await rig.make(network);
  await rig.virsh("net-destroy", network.name);
  await rig.page.until(() => rig.page.byName(network.name)?.active === false);
  await rig.virsh("net-start", network.name);
  await rig.page.until(() => rig.page.byName(network.name)?.active === true);
  await rig.virsh("net-destroy", network.name);
  await rig.virsh("net-undefine", network.name);
  await rig.page.until(() => rig.page.byName(network.name) === undefined);
});

test("stops, starts, and switches autostart, which libvirt has no event for", async () => {
  const network = isolated(rig.newName(), 203);
  await rig.make(network);
  await rig.carryOut(stopNetwork, rig.reference(network.name));
  await rig.page.until(() => rig.page.byName(network.name)?.active === false);
  await rig.do(setNetworkAutostart, { ...rig.reference(network.name), autostart: false });
  await rig.page.until(() => rig.page.byName(network.name)?.autostart === false);
  await rig.do(startNetwork, rig.reference(network.name));
  await rig.page.until(() => rig.page.byName(network.name)?.active === true);
  expect(await rig.virsh("net-info", network.name)).toMatch(/Active: +yes[\s\S]*Autostart: +no/);
});

test("tells which running VMs lose a network, and deletes none that a VM is on", async () => {
  const network = isolated(rig.newName(), 204);
  await rig.make(network);
  const reference = rig.reference(network.name);
  const { fingerprint } = await rig.do(stopNetwork.plan, reference);
  const vm = await rig.startVmOn(network.name, bareDomainXml);
  const refused = { code: "conflict", userMessage: expect.stringContaining("has changed since this plan") };
  await expect(rig.do(stopNetwork.run, { ...reference, fingerprint })).rejects.toMatchObject(refused);
  expect(await rig.do(deleteNetwork.plan, reference)).toMatchObject({
    steps: [],
    refusal: expect.stringContaining(vm),
  });
  expect(await rig.virsh("net-list", "--name")).toContain(network.name);
  expect((await rig.do(stopNetwork.plan, reference)).warnings).toEqual([
    `The VM ${vm} runs on it and loses its connection to ${network.name} now.`,
  ]);
  await rig.carryOut(stopNetwork, reference);
  expect(await rig.virsh("net-list", "--name")).not.toContain(network.name);
  expect((await rig.do(stopNetwork.plan, reference)).refusal).toContain("stopped already");
});

test("deletes one that is on", async () => {
  const network = isolated(rig.newName(), 205);
  await rig.make(network);
  await rig.carryOut(deleteNetwork, rig.reference(network.name));
  await rig.page.until(() => rig.page.byName(network.name) === undefined);
  expect(await rig.virsh("net-list", "--all", "--name")).not.toContain(network.name);
});

test("refuses what overlaps, and leaves nothing of what does not start", async () => {
  await rig.make(isolated(rig.newName(), 206));
  const clash = { ...isolated(rig.newName(), 206) };
  const { problems, xml } = await rig.do(previewNetwork, { hostId, network: clash });
  expect(problems[0]).toContain("192.168.206.1/24");
  expect(xml).toContain(clash.name);
  await expect(rig.do(createNetwork, { hostId, network: clash })).rejects.toMatchObject({
    code: "conflict",
  });

  const broken = createNetworkSchema.parse({
    mode: "macvtap",
    name: rig.newName(),
    autostart: false,
    device: "lo",
  });
  await rig.do(createNetwork, { hostId, network: broken }).catch(() => undefined);
  const bridged = createNetworkSchema.parse({
    mode: "bridge",
    name: rig.newName(),
    autostart: false,
    bridge: "br0",
  });
  await rig.do(createNetwork, { hostId, network: bridged }).catch(() => undefined);
  const there = await rig.virsh("net-list", "--all", "--name");
  const running = await rig.virsh("net-list", "--name");
  for (const { name } of [broken, bridged]) expect(there.includes(name)).toBe(running.includes(name));
});

test("tells that one is not there any more", async () => {
  const gone = { hostId, uuid: "00000000-0000-4000-8000-000000000000" };
  await expect(rig.do(startNetwork, gone)).rejects.toMatchObject({ code: "not-found" });
});
