import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { NetworkSettings } from "../network/edit/network-settings.schema";
import { readSettings } from "../network/edit/read-settings";
import { editNetwork, planNetworkEdit } from "../work/network/edit";
import { startNetwork } from "../work/network/start";
import { stopNetwork } from "../work/network/stop";
import { parseXml } from "../xml/xml";
import { isolated, NetworkRig } from "./network-rig.test-data";
import { networkSettings } from "./network-settings";

/** Each change of DHCP has libvirt start dnsmasq anew; where nobody reaps the old one, libvirt waits five seconds for it. */
const patience = { timeout: 240_000 };

let rig: NetworkRig;

beforeAll(async () => {
  rig = await NetworkRig.start(await startPrivateLibvirtd());
}, 180_000);

afterEach(() => rig.clean());

afterAll(() => rig?.stop());

const saved = (name: string) => rig.virsh("net-dumpxml", "--inactive", name);
const running = (name: string) => rig.virsh("net-dumpxml", name);
const waiting = (name: string) => rig.page.byName(name)?.waiting;

/** The network's settings with a change, as a form would send them. */
async function changed(name: string, change: (settings: NetworkSettings) => Partial<NetworkSettings>) {
  const { settings, base } = await networkSettings(rig.fleet, rig.reference(name));
  return { ...rig.reference(name), base, settings: { ...settings, ...change(settings) } };
}

const withIpv4 = (part: Partial<NonNullable<NetworkSettings["ipv4"]>>) => (settings: NetworkSettings) => ({
  ipv4: settings.ipv4 && { ...settings.ipv4, ...part },
});

test("changes DHCP and DNS names of a running network at once, and of the saved one", patience, async () => {
  const network = isolated(rig.newName(), 211);
  await rig.make(network);
  const kept = { mac: "52:54:00:00:00:21", id: null, address: "192.168.211.21", name: "web" };
  const request = await changed(network.name, (settings) => ({
    ...withIpv4({ ranges: [{ start: "192.168.211.50", end: "192.168.211.60" }], reservations: [kept] })(
      settings,
    ),
    dnsHosts: [{ address: "192.168.211.1", names: ["gate", "router"] }],
  }));
  const plan = await rig.do(planNetworkEdit, request);
  expect(plan).toMatchObject({
    problems: [],
    live: ["the IPv4 DHCP range", "IPv4 DHCP reservations", "DNS names"],
    waiting: [],
  });
  expect(plan.diff).toContain("+      <range start='192.168.211.50' end='192.168.211.60'/>");
  await rig.do(editNetwork, request);
  for (const xml of [await saved(network.name), await running(network.name)]) {
    const root = parseXml(xml).documentElement;
    expect(root && readSettings(root)).toEqual(request.settings);
  }
  await rig.page.until(() => rig.page.byName(network.name)?.ips[0]?.reservations.length === 1);
  expect(waiting(network.name)).toEqual([]);

  const back = await changed(network.name, withIpv4({ ranges: [], reservations: [] }));
  await rig.do(editNetwork, { ...back, settings: { ...back.settings, dnsHosts: [] } });
  expect(await running(network.name)).not.toMatch(/<dhcp>|<host/);
});

test("saves what libvirt can't change in a running network, and says what waits until it is started anew", async () => {
  const network = isolated(rig.newName(), 212);
  await rig.make(network);
  const request = await changed(network.name, (settings) => ({
    ...withIpv4({ address: "192.168.213.1", ranges: [], reservations: [] })(settings),
    mode: "route",
    mtu: 1400,
    domain: "other.home.arpa",
    bridge: "virbr77",
    ipv6: null,
  }));
  const words = ["the kind", "the bridge", "the MTU", "the domain", "the IPv4 address"];
  expect((await rig.do(planNetworkEdit, request)).waiting).toEqual(expect.arrayContaining(words));
  const before = await running(network.name);
  await rig.do(editNetwork, request);
  expect(await running(network.name)).toBe(before);
  await rig.page.until(() => waiting(network.name)?.includes("the MTU") === true);
  await rig.carryOut(stopNetwork, rig.reference(network.name));
  await rig.do(startNetwork, rig.reference(network.name));
  await rig.page.until(() => waiting(network.name)?.length === 0);
  const root = parseXml(await running(network.name)).documentElement;
  expect(root && readSettings(root)).toEqual(request.settings);
});

test("leaves alone what it does not know of a definition", async () => {
  const name = rig.newName();
  const path = join(rig.folder, "network.xml");
  await writeFile(
    path,
    `<network xmlns:dnsmasq='http://libvirt.org/schemas/network/dnsmasq/1.0'><name>${name}</name>
<metadata><lab:note xmlns:lab='urn:lab'>kept</lab:note></metadata>
<forward mode='nat'><nat><port start='2000' end='3000'/></nat></forward>
<dns><forwarder addr='192.0.2.53'/><txt name='a' value='b'/></dns>
<bandwidth><inbound average='1000' peak='5000' burst='1024'/></bandwidth>
<ip address='192.168.214.1' netmask='255.255.255.0'><tftp root='/srv/tftp'/>
<dhcp><range start='192.168.214.10' end='192.168.214.20'><lease expiry='2' unit='hours'/></range>
<bootp file='pxelinux.0'/></dhcp></ip>
<route family='ipv4' address='192.168.215.0' prefix='24' gateway='192.168.214.2'/>
<portgroup name='fast'/>
<dnsmasq:options><dnsmasq:option value='log-dhcp'/></dnsmasq:options></network>`,
  );
  await rig.virsh("net-define", path);
  await rig.page.until(() => rig.page.byName(name) !== undefined);
  const before = await saved(name);
  const request = await changed(name, (settings) => ({
    ...withIpv4({ ranges: [{ start: "192.168.214.10", end: "192.168.214.30" }] })(settings),
    domain: "lab.home.arpa",
  }));
  await rig.do(editNetwork, request);
  const after = await saved(name);
  expect(after).toContain("<range start='192.168.214.10' end='192.168.214.30'>");
  const undone = after
    .replace("192.168.214.30", "192.168.214.20")
    .replace("  <domain name='lab.home.arpa' localOnly='yes'/>\n", "");
  expect(undone).toBe(before);
});

test(
  "refuses what was changed meanwhile, what overlaps, and what libvirt refuses; nothing is changed then",
  patience,
  async () => {
    const [one, other] = [isolated(rig.newName(), 216), isolated(rig.newName(), 217)];
    await rig.make(one);
    await rig.make(other);
    const before = [await saved(one.name), await running(one.name)];

    const overlapping = await changed(one.name, withIpv4({ address: "192.168.217.9", ranges: [] }));
    const refused = rig.do(editNetwork, overlapping);
    await expect(refused).rejects.toMatchObject({
      code: "conflict",
      userMessage: expect.stringContaining(`the network ${other.name}`),
    });
    const stale = { ...(await changed(one.name, () => ({ domain: "x.arpa" }))), base: "another" };
    await expect(rig.do(editNetwork, stale)).rejects.toMatchObject({
      userMessage: expect.stringContaining("in the meantime"),
    });
    // libvirt takes a name for one machine only: the range, which was changed before that, goes back.
    const twins = [1, 2].map((last) => ({
      mac: `52:54:00:00:00:0${last}`,
      id: null,
      address: `192.168.216.2${last}`,
      name: "twin",
    }));
    const twice = await changed(
      one.name,
      withIpv4({ ranges: [{ start: "192.168.216.40", end: "192.168.216.50" }], reservations: twins }),
    );
    await expect(rig.do(editNetwork, twice)).rejects.toMatchObject({ name: "AppError" });
    expect([await saved(one.name), await running(one.name)]).toEqual(before);
  },
);
