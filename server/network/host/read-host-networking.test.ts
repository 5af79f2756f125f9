import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { folderTree } from "../../host/folder-tree";
import type { HostNetworking } from "./host-network.schema";
import { readHostNetworking } from "./read-host-networking";

const roots: string[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

const devices = {
  eno1: { entries: ["device/vendor"], operstate: "up", address: "70:85:c2:00:00:01", master: "br0" },
  br0: { entries: ["bridge/stp_state", "lower_eno1/x"], operstate: "up", address: "70:85:c2:00:00:01" },
  wlan0: { entries: ["device/vendor", "phy80211/name"], operstate: "down", address: "70:85:c2:00:00:02" },
  vnet0: { entries: ["tun_flags"], operstate: "unknown", address: "fe:54:00:00:00:01", master: "br0" },
  docker0: { entries: ["bridge/stp_state"], operstate: "down", address: "02:42:00:00:00:01" },
  lo: { entries: [], operstate: "unknown", address: "00:00:00:00:00:00" },
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
  for (const [name, { entries, operstate, address, ...rest }] of Object.entries(devices)) {
    const place = `sys/class/net/${name}`;
    for (const entry of entries) write(`${place}/${entry}`, "");
    write(`${place}/operstate`, `${operstate}\n`);
    write(`${place}/address`, `${address}\n`);
    if ("master" in rest) symlinkSync(`../${rest.master}`, join(root, place, "master"));
  }
  write("proc/net/route", routes);
  write("proc/net/fib_trie", trie);
  for (const [path, text] of Object.entries(files)) write(path, text);
  return root;
}

const asker = { localAddress: "192.168.1.5", remoteAddress: "192.168.1.77" };
const read = (files: Record<string, string>, version: string | null = null): Promise<HostNetworking> =>
  readHostNetworking(folderTree(hostWith(files)), asker, version);

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
