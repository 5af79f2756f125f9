import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { folderTree } from "../../host/folder-tree";
import type { HostNetworking } from "./host-network.schema";
import { readHostNetworking } from "./read-host-networking";

const roots: string[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

const pci = "devices/pci0000:00/0000:00:19.0/net";
const virtual = "devices/virtual/net";
/** By their place in the kernel's tree: entries, state and MAC address. */
const devices = {
  [`${pci}/eno1`]: { entries: ["type"], operstate: "up", address: "70:85:c2:00:00:01" },
  [`${virtual}/br0`]: {
    entries: ["bridge/stp_state", "lower_eno1/mtu"],
    operstate: "up",
    address: "70:85:c2:00:00:01",
  },
  [`${pci}/wlan0`]: { entries: ["phy80211/name"], operstate: "down", address: "70:85:c2:00:00:02" },
  [`${virtual}/vnet0`]: { entries: ["tun_flags"], operstate: "unknown", address: "fe:54:00:00:00:01" },
  [`${virtual}/docker0`]: { entries: ["bridge/stp_state"], operstate: "down", address: "02:42:00:00:00:01" },
  [`${virtual}/lo`]: { entries: ["type"], operstate: "unknown", address: "00:00:00:00:00:00" },
};

const routes = `Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask
br0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000
br0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF
`;
const trie = `Local:
  +-- 0.0.0.0/0 3 0 5
     |-- 192.168.1.5
        /32 host LOCAL
`;

function hostWith(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "network-"));
  roots.push(root);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, "sys/class/net"), { recursive: true });
  for (const [place, { entries, operstate, address }] of Object.entries(devices)) {
    for (const entry of entries) write(`sys/${place}/${entry}`, "");
    write(`sys/${place}/operstate`, `${operstate}\n`);
    write(`sys/${place}/address`, `${address}\n`);
    symlinkSync(`../../${place}`, join(root, "sys/class/net", basename(place)));
  }
  write("proc/net/route", routes);
  write("proc/net/fib_trie", trie);
  for (const [path, text] of Object.entries(files)) write(path, text);
  return root;
}

const caller = { localAddress: "192.168.1.5", remoteAddress: "192.168.1.77" };
const read = (files: Record<string, string>, version: string | null = null): Promise<HostNetworking> =>
  readHostNetworking(folderTree(hostWith(files)), caller, version);

test("cards and bridges, with what goes over them; not what VMs brought along", async () => {
  const { links, networks } = await read({});
  expect(links.map(({ name, kind, up }) => [name, kind, up])).toEqual([
    ["br0", "bridge", true],
    ["docker0", "bridge", false],
    ["eno1", "ethernet", true],
    ["wlan0", "wireless", false],
  ]);
  expect(links.find(({ name }) => name === "br0")).toMatchObject({
    addresses: ["192.168.1.5"],
    cidr: "192.168.1.5/24",
    gateway: "192.168.1.1",
    defaultRoute: true,
    carriesYou: true,
  });
  expect(links.find(({ name }) => name === "eno1")).toMatchObject({
    addresses: [],
    cidr: null,
    portOf: "br0",
    carriesYou: true,
    defaultRoute: false,
  });
  expect(networks).toEqual([{ destination: "192.168.1.0/24", interface: "br0" }]);
});

const interfaces = "auto lo\niface lo inet loopback\n";

test.each<[HostNetworking["manager"], boolean, Record<string, string>]>([
  ["netplan", true, { "etc/netplan/00-installer-config.yaml": "", "etc/network/interfaces": interfaces }],
  ["ifupdown", true, { "etc/network/interfaces": `${interfaces}\n  iface eno1 inet dhcp\n` }],
  ["NetworkManager", true, { "run/NetworkManager/devices/2": "" }],
  ["systemd-networkd", true, { "etc/systemd/network/20-wired.network": "" }],
  ["nixos", true, { "etc/os-release": "ID=nixos" }],
  ["ifupdown", false, { "etc/os-release": "ID=debian" }],
  ["NetworkManager", false, { "etc/os-release": "ID=fedora" }],
])("%s (seen: %s) by %j", async (manager, managerSeen, files) => {
  expect(await read(files)).toMatchObject({ manager, managerSeen, proxmox: false });
});

test("Proxmox VE is told from Debian", async () => {
  expect(await read({ "etc/pve/x": "", "etc/os-release": "ID=debian" })).toMatchObject({ proxmox: true });
});

test.each([
  ["9.0.0", "", "iptables"],
  ["10.3.0", "", "iptables"],
  ["10.4.0", "", "nftables"],
  ["11.0.0", '#firewall_backend = "nftables"\nfirewall_backend = "iptables"\n', "iptables"],
  [null, "", "iptables"],
])("libvirt %s with %j writes rules for %s", async (version, conf, firewall) => {
  expect(await read({ "etc/libvirt/network.conf": conf }, version)).toMatchObject({ firewall });
});

test("name servers of the host's own stand in no configuration", async () => {
  const resolv = "# comment\nnameserver 127.0.0.53\nnameserver 192.168.1.1\nnameserver fd00::53\n";
  expect((await read({ "etc/resolv.conf": resolv })).nameServers).toEqual(["192.168.1.1", "fd00::53"]);
});

test.each<[string, string, Omit<HostNetworking["netplan"][number], "path">]>([
  ["nothing", "", { problem: null, devices: [] }],
  ["the card", "network:\n  ethernets:\n    eno1: {dhcp4: true}\n", { problem: null, devices: ["eno1"] }],
  ["another card", "network: {version: 2, ethernets: {eno7: {}}}", { problem: null, devices: [] }],
  ["a pattern", "network: {ethernets: {all: {match: {name: 'en*'}}}}", { problem: null, devices: ["eno1"] }],
  [
    "the card's MAC address",
    "network: {ethernets: {lan: {match: {macaddress: '70:85:C2:00:00:01'}}}}",
    { problem: null, devices: ["eno1"] },
  ],
  [
    "two of one key",
    "network:\n  version: 2\nnetwork: {}\n",
    { problem: "line 3: Map keys must be unique", devices: [] },
  ],
  ["a list", "[network]", { problem: "it is no configuration of netplan's", devices: [] }],
  [
    "a card that is a word",
    "network: {ethernets: {eno1: dhcp}}",
    { problem: "it is no configuration of netplan's", devices: [] },
  ],
])("netplan's file with %s", async (_what, text, file) => {
  const path = "etc/netplan/01-all.yaml";
  expect((await read({ [path]: text })).netplan).toEqual([{ path: `/${path}`, ...file }]);
});

test.each([
  ["tabs", "network:\n\tversion: 2\n"],
  ["an alias of nothing", "network: *other\n"],
  [
    "an alias that grows",
    `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefgh".replace(/./g, (name, at) => `${name}: &${name} [${`*${"abcdefgh"[at]}, `.repeat(9)}]\n`)}`,
  ],
  ["brackets without end", "[".repeat(100_000)],
  ["two documents", "network: {}\n---\nnetwork: {}\n"],
])("netplan's file with %s is said to be broken, and spoils no other", async (_what, text) => {
  const good = "network: {ethernets: {eno1: {}}}";
  const { netplan } = await read({
    "etc/netplan/1.yaml": text,
    "etc/netplan/2.yaml": good,
    "etc/netplan/3.txt": "",
  });
  expect(netplan).toEqual([
    { path: "/etc/netplan/1.yaml", problem: expect.stringMatching(/\w/), devices: [] },
    { path: "/etc/netplan/2.yaml", problem: null, devices: ["eno1"] },
  ]);
});
