import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pino from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Fleet } from "../fleet/fleet";
import { folderTree } from "../host/folder-tree";
import type { NetworkSummary } from "../network/network.schema";
import { type CreateNetworkRequest, createNetworkSchema } from "../network/network-request.schema";
import {
  createNetwork,
  deleteNetwork,
  previewNetwork,
  reserveAddress,
  setNetworkAutostart,
  startNetwork,
  stopNetwork,
} from "./network-acts";
import { networkFilters, networkLeases, networkXml } from "./network-views";

const run = promisify(execFile);
const hostId = "local";
const asker = { localAddress: "127.0.0.1", remoteAddress: "127.0.0.1" };
const silent = pino({ level: "silent" });

/** What a page of networks would show. */
class Page {
  networks: NetworkSummary[] = [];
  private wake: () => void = () => undefined;

  readonly listen = (networks: NetworkSummary[]) => {
    this.networks = networks;
    this.wake();
  };

  byName(name: string): NetworkSummary | undefined {
    return this.networks.find((network) => network.name === name);
  }

  /** Resolves once `holds` does; the test's time-out is the bound. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => (this.wake = resolve));
  }
}

const isolated = (name: string, third: number): CreateNetworkRequest =>
  createNetworkSchema.parse({
    mode: "isolated",
    name,
    autostart: true,
    ipv4: {
      address: `192.168.${third}.1`,
      prefix: 24,
      dhcp: { start: `192.168.${third}.10`, end: `192.168.${third}.99` },
    },
    ipv6: { address: `fd00:0:0:${third}::1`, prefix: 64, dhcp: null },
    domain: "lab.home.arpa",
    dns: true,
  });

describe("networks on a real libvirtd", () => {
  let libvirtd: PrivateLibvirtd;
  let folder: string;
  let fleet: Fleet;
  const page = new Page();
  const domains: string[] = [];

  const virsh = async (...words: string[]) =>
    (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
  const newName = () => `net-${randomBytes(4).toString("hex")}`;
  const reference = (name: string) => ({ hostId, uuid: page.byName(name)?.uuid ?? "" });
  const make = async (network: CreateNetworkRequest) => {
    await createNetwork(fleet, asker, { hostId, network });
    await page.until(() => page.byName(network.name)?.active === true);
  };
  /** A VM with a network card, which runs. */
  const startVmOn = async (network: string) => {
    const name = newName();
    const path = join(folder, "domain.xml");
    const card = {
      name: "interface",
      attributes: { type: "network" },
      children: [{ name: "source", attributes: { network } }],
    };
    await writeFile(path, bareDomainXml(name, [card]));
    await virsh("define", path);
    domains.push(name);
    await virsh("start", name);
    const isKnown = () => fleet.vmsOf(hostId).some(({ summary }) => summary.name === name);
    await new Promise<void>((resolve) => {
      const stop = fleet.watch(() => {
        if (!isKnown()) return;
        queueMicrotask(() => stop());
        resolve();
      });
    });
    return name;
  };

  beforeAll(async () => {
    [libvirtd, folder] = await Promise.all([startPrivateLibvirtd(), mkdtemp(join(tmpdir(), "networks-"))]);
    await mkdir(join(folder, "proc/net"), { recursive: true });
    const host = { id: hostId, uri: libvirtd.uri, demo: false, tree: folderTree(folder) };
    fleet = new Fleet([host], silent);
    fleet.watchNetworks(hostId, page.listen);
    fleet.start();
    await new Promise<void>((resolve) => {
      fleet.watch(({ hosts }) => {
        if (hosts.some(({ connection }) => connection === "connected")) resolve();
      });
    });
  }, 180_000);

  afterEach(async () => {
    for (const name of domains.splice(0)) {
      await virsh("destroy", name).catch(() => undefined);
      await virsh("undefine", name);
    }
    for (const { name } of page.networks.filter((network) => network.name.startsWith("net-"))) {
      await virsh("net-destroy", name).catch(() => undefined);
      await virsh("net-undefine", name).catch(() => undefined);
    }
  });

  afterAll(async () => {
    await fleet?.stop();
    await libvirtd?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("makes one as it was asked for, and starts it", async () => {
    const network = isolated(newName(), 201);
    await make(network);
    expect(page.byName(network.name)).toMatchObject({
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
    expect(await virsh("net-info", network.name)).toMatch(/Active: +yes[\s\S]*Autostart: +yes/);
    expect((await networkXml(fleet, reference(network.name))).xml).toContain("192.168.201.10");
    expect(await networkLeases(fleet, reference(network.name))).toEqual([]);
  });

  it("follows what virsh does, to its end", async () => {
    const network = isolated(newName(), 202);
    await make(network);
    await virsh("net-destroy", network.name);
    await page.until(() => page.byName(network.name)?.active === false);
    await virsh("net-start", network.name);
    await page.until(() => page.byName(network.name)?.active === true);
    await virsh("net-destroy", network.name);
    await virsh("net-undefine", network.name);
    await page.until(() => page.byName(network.name) === undefined);
  });

  it("stops, starts, and switches autostart, which libvirt has no event for", async () => {
    const network = isolated(newName(), 203);
    await make(network);
    await stopNetwork(fleet, { ...reference(network.name), disconnect: false });
    await page.until(() => page.byName(network.name)?.active === false);
    await setNetworkAutostart(fleet, { ...reference(network.name), autostart: false });
    await page.until(() => page.byName(network.name)?.autostart === false);
    await startNetwork(fleet, reference(network.name));
    await page.until(() => page.byName(network.name)?.active === true);
    expect(await virsh("net-info", network.name)).toMatch(/Active: +yes[\s\S]*Autostart: +no/);
  });

  it("takes no network from a running VM unasked, and deletes none that a VM is on", async () => {
    const network = isolated(newName(), 204);
    await make(network);
    const vm = await startVmOn(network.name);
    const stopping = stopNetwork(fleet, { ...reference(network.name), disconnect: false });
    await expect(stopping).rejects.toMatchObject({
      code: "conflict",
      userMessage: expect.stringContaining(vm),
    });
    await expect(deleteNetwork(fleet, reference(network.name))).rejects.toMatchObject({
      code: "conflict",
      userMessage: expect.stringContaining(vm),
    });
    expect(await virsh("net-list", "--name")).toContain(network.name);
    await stopNetwork(fleet, { ...reference(network.name), disconnect: true });
    expect(await virsh("net-list", "--name")).not.toContain(network.name);
  });

  it("deletes one that is on", async () => {
    const network = isolated(newName(), 205);
    await make(network);
    await deleteNetwork(fleet, reference(network.name));
    await page.until(() => page.byName(network.name) === undefined);
    expect(await virsh("net-list", "--all", "--name")).not.toContain(network.name);
  });

  it("refuses what overlaps, and leaves nothing of what does not start", async () => {
    await make(isolated(newName(), 206));
    const clash = { ...isolated(newName(), 206) };
    const { problems, xml } = await previewNetwork(fleet, asker, { hostId, network: clash });
    expect(problems[0]).toContain("192.168.206.1/24");
    expect(xml).toContain(clash.name);
    await expect(createNetwork(fleet, asker, { hostId, network: clash })).rejects.toMatchObject({
      code: "conflict",
    });

    const broken = createNetworkSchema.parse({
      mode: "macvtap",
      name: newName(),
      autostart: false,
      device: "lo",
    });
    await createNetwork(fleet, asker, { hostId, network: broken }).catch(() => undefined);
    const bridged = createNetworkSchema.parse({
      mode: "bridge",
      name: newName(),
      autostart: false,
      bridge: "br0",
    });
    await createNetwork(fleet, asker, { hostId, network: bridged }).catch(() => undefined);
    const there = await virsh("net-list", "--all", "--name");
    const running = await virsh("net-list", "--name");
    for (const { name } of [broken, bridged]) expect(there.includes(name)).toBe(running.includes(name));
  });

  it("tells that one is not there any more", async () => {
    const gone = { hostId, uuid: "00000000-0000-4000-8000-000000000000" };
    await expect(startNetwork(fleet, gone)).rejects.toMatchObject({ code: "not-found" });
  });

  it("lists the filters that libvirt has, with what each is made of", async () => {
    const path = join(folder, "filter.xml");
    await writeFile(path, "<filter name='net-lab' chain='root'><filterref filter='net-arp'/></filter>");
    const base = join(folder, "base.xml");
    await writeFile(
      base,
      "<filter name='net-arp' chain='arp'><rule action='accept' direction='inout'/></filter>",
    );
    await virsh("nwfilter-define", base);
    await virsh("nwfilter-define", path);
    const filters = await networkFilters(fleet, hostId);
    expect(filters.find(({ name }) => name === "net-lab")).toMatchObject({ includes: ["net-arp"] });
    await virsh("nwfilter-undefine", "net-lab");
    await virsh("nwfilter-undefine", "net-arp");
  });

  it("reads leases as libvirt's DHCP server noted them", async () => {
    const network = isolated(newName(), 207);
    await make(network);
    const expiresAt = (Math.floor(Date.now() / 1000) + 3600) * 1000;
    const lease = (address: string, further: object) => ({
      "ip-address": address,
      "mac-address": `52:54:00:00:00:${address.slice(-2)}`,
      "expiry-time": expiresAt / 1000,
      ...further,
    });
    const notes = [lease("192.168.207.20", {}), lease("192.168.207.19", { hostname: "web" })];
    const bridge = page.byName(network.name)?.bridge ?? "";
    await writeFile(join(libvirtd.folder, `lib/dnsmasq/${bridge}.status`), JSON.stringify(notes));
    expect(await networkLeases(fleet, reference(network.name))).toEqual([
      { mac: "52:54:00:00:00:19", address: "192.168.207.19", prefix: 24, hostname: "web", expiresAt },
      { mac: "52:54:00:00:00:20", address: "192.168.207.20", prefix: 24, hostname: null, expiresAt },
    ]);
  });

  it("keeps an address for a machine, running and saved, until it is released", async () => {
    const network = isolated(newName(), 208);
    await make(network);
    const kept = { mac: "52:54:00:00:00:21", address: "192.168.208.21" };
    const reservations = () => page.byName(network.name)?.ips[0]?.reservations;
    await reserveAddress(fleet, { ...reference(network.name), ...kept, act: "reserve" });
    await page.until(() => reservations()?.length === 1);
    expect(reservations()).toEqual([{ ...kept, name: null }]);
    expect(await virsh("net-dumpxml", "--inactive", network.name)).toContain(kept.mac);
    const elsewhere = { ...kept, mac: "52:54:00:00:00:22", address: "10.0.0.1" };
    await expect(
      reserveAddress(fleet, { ...reference(network.name), ...elsewhere, act: "reserve" }),
    ).rejects.toMatchObject({ code: "conflict" });
    await reserveAddress(fleet, { ...reference(network.name), ...kept, act: "release" });
    await page.until(() => reservations()?.length === 0);
    expect(await virsh("net-dumpxml", "--inactive", network.name)).not.toContain(kept.mac);
  });

  it("knows a VM's address by the host's neighbour table, where no lease and no agent tells it", async () => {
    const network = isolated(newName(), 209);
    await make(network);
    const name = await startVmOn(network.name);
    const mac = /52:54:\S+/.exec(await virsh("domiflist", name))?.[0] ?? "";
    const table = `IP address HW type Flags HW address Mask Device\n192.168.209.77 0x1 0x2 ${mac} * virbr0\n`;
    await writeFile(join(folder, "proc/net/arp"), table);
    await new Promise<void>((resolve) => {
      const stops = [
        fleet.watchStatistics(hostId, 500, () => undefined),
        fleet.watch(() => {
          const vm = fleet.vmsOf(hostId).find(({ summary }) => summary.name === name);
          if (!vm?.summary.addresses.includes("192.168.209.77")) return;
          resolve();
          queueMicrotask(() => {
            for (const stop of stops) stop();
          });
        }),
      ];
    });
  });
});
