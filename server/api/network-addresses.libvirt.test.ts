import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { reserveAddress } from "../work/network/reserve-address";
import { hostId, isolated, NetworkRig } from "./network-rig.test-data";
import { networkFilters, networkLeases } from "./network-views";

let rig: NetworkRig;

beforeAll(async () => {
  rig = await NetworkRig.start(await startPrivateLibvirtd());
}, 180_000);

afterEach(() => rig.clean());

afterAll(() => rig?.stop());

test("lists the filters that libvirt has, with what each is made of", async () => {
  const path = join(rig.folder, "filter.xml");
  await writeFile(path, "<filter name='net-lab' chain='root'><filterref filter='net-arp'/></filter>");
  const base = join(rig.folder, "base.xml");
  await writeFile(
    base,
    "<filter name='net-arp' chain='arp'><rule action='accept' direction='inout'/></filter>",
  );
  await rig.virsh("nwfilter-define", base);
  await rig.virsh("nwfilter-define", path);
  const filters = await networkFilters(rig.fleet, hostId);
  expect(filters.find(({ name }) => name === "net-lab")).toMatchObject({ includes: ["net-arp"] });
  await rig.virsh("nwfilter-undefine", "net-lab");
  await rig.virsh("nwfilter-undefine", "net-arp");
});

test("reads leases as libvirt's DHCP server noted them", async () => {
  const network = isolated(rig.newName(), 207);
  await rig.make(network);
  const expiresAt = (Math.floor(Date.now() / 1000) + 3600) * 1000;
  const lease = (address: string, further: object) => ({
    "ip-address": address,
    "mac-address": `52:54:00:00:00:${address.slice(-2)}`,
    "expiry-time": expiresAt / 1000,
    ...further,
  });
  const notes = [lease("192.168.207.20", {}), lease("192.168.207.19", { hostname: "web" })];
  const bridge = rig.page.byName(network.name)?.bridge ?? "";
  await writeFile(join(rig.libvirtd.folder, `lib/dnsmasq/${bridge}.status`), JSON.stringify(notes));
  expect(await networkLeases(rig.fleet, rig.reference(network.name))).toEqual([
    { mac: "52:54:00:00:00:19", address: "192.168.207.19", prefix: 24, hostname: "web", expiresAt },
    { mac: "52:54:00:00:00:20", address: "192.168.207.20", prefix: 24, hostname: null, expiresAt },
  ]);
});

test("keeps an address for a machine, running and saved, until it is released", async () => {
  const network = isolated(rig.newName(), 208);
  await rig.make(network);
  const kept = { mac: "52:54:00:00:00:21", address: "192.168.208.21" };
  const reservations = () => rig.page.byName(network.name)?.ips[0]?.reservations;
  await rig.do(reserveAddress, { ...rig.reference(network.name), ...kept, act: "reserve" });
  await rig.page.until(() => reservations()?.length === 1);
  expect(reservations()).toEqual([{ ...kept, name: null }]);
  expect(await rig.virsh("net-dumpxml", "--inactive", network.name)).toContain(kept.mac);
  const elsewhere = { ...kept, mac: "52:54:00:00:00:22", address: "10.0.0.1" };
  await expect(
    rig.do(reserveAddress, { ...rig.reference(network.name), ...elsewhere, act: "reserve" }),
  ).rejects.toMatchObject({ code: "conflict" });
  await rig.do(reserveAddress, { ...rig.reference(network.name), ...kept, act: "release" });
  await rig.page.until(() => reservations()?.length === 0);
  expect(await rig.virsh("net-dumpxml", "--inactive", network.name)).not.toContain(kept.mac);
});

test("knows a VM's address by the host's neighbour table, where no lease and no agent tells it", async () => {
  const network = isolated(rig.newName(), 209);
  await rig.make(network);
  const name = await rig.startVmOn(network.name, bareDomainXml);
  const mac = /52:54:\S+/.exec(await rig.virsh("domiflist", name))?.[0] ?? "";
  const table = `IP address HW type Flags HW address Mask Device\n192.168.209.77 0x1 0x2 ${mac} * virbr0\n`;
  await writeFile(join(rig.folder, "proc/net/arp"), table);
  await new Promise<void>((resolve) => {
    const stops = [
      rig.fleet.watchStatistics(hostId, 500, () => undefined),
      rig.fleet.watch(() => {
        const vm = rig.fleet.vmsOf(hostId).find(({ summary }) => summary.name === name);
        if (!vm?.summary.addresses.includes("192.168.209.77")) return;
        resolve();
        queueMicrotask(() => {
          for (const stop of stops) stop();
        });
      }),
    ];
  });
});
