import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { folderTree } from "../../host/folder-tree";
import type { HostNetworking, NetplanFile } from "./host-network.schema";
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
    cidrs: ["192.168.1.5/24"],
    routes: [{ to: "default", via: "192.168.1.1" }],
    defaultRoute: true,
    carriesYou: true,
  });
  expect(links.find(({ name }) => name === "eno1")).toMatchObject({
    addresses: [],
    cidrs: [],
    routes: [],
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

const exact = { device: "eno1", section: "ethernets", id: "eno1", byPattern: false, keys: ["dhcp4"] };

test.each<[string, string, Partial<NetplanFile>]>([
  ["nothing", "", {}],
  ["the card", "network:\n  ethernets:\n    eno1: {dhcp4: true}\n", { definitions: [exact] }],
  ["another card", "network: {version: 2, ethernets: {eno7: {}}}", {}],
  [
    "a pattern",
    "network: {ethernets: {all: {match: {name: 'en*'}}}}",
    { definitions: [{ ...exact, id: "all", byPattern: true, keys: ["match"] }] },
  ],
  [
    "the card's MAC address",
    "network: {ethernets: {lan: {match: {macaddress: '70:85:C2:00:00:01'}}}}",
    { definitions: [{ ...exact, id: "lan", keys: ["match"] }] },
  ],
  ["a name as a pattern", "network: {ethernets: {lan: {match: {name: eno7}}}}", {}],
  ["parameters of a bond", "network: {bonds: {bond0: {parameters: {mode: 802.3ad}}}}", { parameters: true }],
  ["two of one key", "network:\n  version: 2\nnetwork: {}\n", { problem: "line 3: Map keys must be unique" }],
  ["a list", "[network]", { problem: "it is no configuration of netplan's" }],
  [
    "a card that is a word",
    "network: {ethernets: {eno1: dhcp}}",
    { problem: "it is no configuration of netplan's" },
  ],
])("netplan's file with %s", async (_what, text, file) => {
  const path = "etc/netplan/01-all.yaml";
  expect((await read({ [path]: text })).netplan).toEqual([
    { path: `/${path}`, problem: null, definitions: [], parameters: false, ...file },
  ]);
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
    expect.objectContaining({ path: "/etc/netplan/1.yaml", problem: expect.stringMatching(/\w/) }),
    expect.objectContaining({ problem: null, definitions: [{ ...exact, keys: [] }] }),
  ]);
});

test("name servers behind systemd-resolved are those that it asks", async () => {
  const files = {
    "etc/resolv.conf": "nameserver 127.0.0.53\nsearch example.org $(id)\n",
    "run/systemd/resolve/resolv.conf": "nameserver 192.168.1.53\n",
  };
  expect(await read(files)).toMatchObject({ nameServers: ["192.168.1.53"], searchDomains: ["example.org"] });
});

test("IPv6 addresses that somebody gave are told from those of a router, and so are its routes", async () => {
  const given = "20010db8000000000000000000000005 02 40 00 80 br0\n";
  const advertised = "20010db800000000728599fffe000001 02 40 00 00 br0\n";
  const zero = "0".repeat(32);
  const way = (to: string, flags: string) =>
    `${to} ${zero} 00 fe80000000000000000000000000${"0001"} 00000400 00000001 00000000 ${flags} br0\n`;
  const { links } = await read({
    "proc/net/if_inet6": given + advertised,
    "proc/net/ipv6_route":
      way(`${zero} 00`, "00450003") + way("20010db8000100000000000000000000 30", "00000003"),
  });
  expect(links.find(({ name }) => name === "br0")).toMatchObject({
    cidrs: ["192.168.1.5/24", "2001:db8::5/64"],
    automaticIpv6: true,
    routes: [
      { to: "default", via: "192.168.1.1" },
      { to: "2001:db8:1::/48", via: "fe80::1" },
    ],
  });
});

describe("ifupdown's files", () => {
  const stanzas = async (files: Record<string, string>) => (await read(files)).interfaces;
  const main = "etc/network/interfaces";

  test("are followed by source and source-directory, in patterns too", async () => {
    const found = await stanzas({
      [main]: "source interfaces.d/*\nsource /etc/network/more.cfg\nsource-directory parts\n",
      "etc/network/interfaces.d/eno1": "auto eno1\niface eno1 inet static\n  address 192.168.1.5/24\n",
      "etc/network/interfaces.d/.hidden": "iface eno1 inet dhcp\n",
      "etc/network/more.cfg": "iface eno1 inet6 auto\n",
      "etc/network/parts/a.dpkg-old": "iface eno1 inet dhcp\n",
      "etc/network/parts/b": "iface eno1:0 inet static\n address 192.0.2.1/32 \\\n\n# end\n",
    });
    expect(
      found.map(({ path, stanzas: said }) => [path, said.map(({ device, method }) => [device, method])]),
    ).toEqual([
      ["/etc/network/interfaces", []],
      [
        "/etc/network/interfaces.d/eno1",
        [
          ["eno1", null],
          ["eno1", "static"],
        ],
      ],
      ["/etc/network/more.cfg", [["eno1", "auto"]]],
      ["/etc/network/parts/b", [["eno1:0", "static"]]],
    ]);
    expect(found[1]?.stanzas[1]).toMatchObject({ first: 2, last: 3, options: ["address 192.168.1.5/24"] });
    expect(found[3]?.stanzas[0]).toMatchObject({ first: 1, last: 3 });
  });

  test("that only a shell can tell of are said to be unknown", async () => {
    expect(await stanzas({ [main]: "source /etc/network/{a,b}/*.cfg\n" })).toContainEqual({
      path: "/etc/network/{a,b}/*.cfg",
      problem: expect.stringContaining("does not know which files"),
      stanzas: [],
    });
  });

  test("make a host one of ifupdown's, whichever of them has the card", async () => {
    const files = {
      [main]: "source interfaces.d/*\n",
      "etc/network/interfaces.d/eno1": "iface eno1 inet dhcp\n",
    };
    expect(await read(files)).toMatchObject({ manager: "ifupdown", managerSeen: true });
  });
});
