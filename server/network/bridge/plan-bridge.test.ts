import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { isAllowedCommand } from "../../host/configuration/allowed-commands";
import { isAllowedFile } from "../../host/configuration/allowed-files";
import { lookAt } from "../../work/prepare/testing/prepare-rig";
import { NetworkRoot } from "./testing/network-root";

const run = promisify(execFile);
const host = new NetworkRoot();
afterAll(() => host.remove());

const bridgeUtils = { "usr/lib/bridge-utils/ifupdown.sh": "" };
const debian = `# This file describes the network interfaces available on your system
source /etc/network/interfaces.d/*

# The loopback network interface
auto lo
iface lo inet loopback

# The primary network interface
allow-hotplug eno1
iface eno1 inet static
	address 192.168.1.5/24
	gateway 192.168.1.1
	# dns-* options are implemented by the resolvconf package, if installed
	dns-nameservers 192.168.1.1
`;
const dhcp = "auto lo\niface lo inet loopback\nallow-hotplug eno1\niface eno1 inet dhcp";
const bond = `auto lo
iface lo inet loopback
auto eno2
iface eno2 inet manual
    bond-master bond0
auto eno3
iface eno3 inet manual
    bond-master bond0
auto bond0
iface bond0 inet static
    address 192.168.2.5/24
    bond-mode 802.3ad
    bond-slaves none
`;
const cloudImage = `# This is the network config written by 'subiquity'
network:
  ethernets:
    eno1:
      match:
        macaddress: "70:85:c2:00:00:01"
      set-name: eno1
      addresses: [192.168.1.5/24]   # kept by the router
      # the router
      routes:
      - to: default
        via: 192.168.1.1
      nameservers:
          addresses: [192.168.1.1, 8.8.8.8]
          search: []
      wakeonlan: true
    eno2:
      dhcp4: true
  version: 2
`;
const keyfile = `[connection]
id=eno1
uuid=5903ac99-e03f-46a8-8806-0a7a8424497e
type=ethernet
interface-name=eno1
timestamp=1670056998

[ethernet]

[ipv4]
address1=192.168.1.5/24,192.168.1.1
dns=8.8.8.8;114.114.114.114;
method=manual

[ipv6]
addr-gen-mode=default
method=disabled

[proxy]
`;
const profile = "etc/NetworkManager/system-connections/eno1.nmconnection";
const manager = { "run/NetworkManager/devices/2": "" };

const strangers: Readonly<Record<string, { files: Record<string, string>; device?: string; dhcp?: true }>> = {
  "Debian's own": { files: { ...bridgeUtils, "etc/network/interfaces": debian } },
  "Debian's own, by DHCP, without an end of line": {
    files: { ...bridgeUtils, "etc/network/interfaces": dhcp },
    dhcp: true,
  },
  "a stanza in interfaces.d": {
    files: {
      ...bridgeUtils,
      "etc/network/interfaces": "source /etc/network/interfaces.d/*\n",
      "etc/network/interfaces.d/eno1": "auto eno1\niface eno1 inet static\n  address 192.168.1.5/24\n",
    },
  },
  "a bond of ifupdown's": { files: { ...bridgeUtils, "etc/network/interfaces": bond }, device: "bond0" },
  "Proxmox VE's ifupdown2": {
    files: {
      "usr/sbin/ifreload": "",
      "etc/pve/x": "",
      "etc/network/interfaces":
        "auto lo\niface lo inet loopback\n\nauto eno1\niface eno1 inet static\n\taddress 192.168.1.5/24\n\tgateway 192.168.1.1\n",
    },
  },
  "Ubuntu's netplan": { files: { "etc/netplan/00-installer-config.yaml": cloudImage } },
  "netplan by DHCP": {
    files: { "etc/netplan/50-cloud-init.yaml": "network: {version: 2, ethernets: {eno1: {dhcp4: true}}}\n" },
    dhcp: true,
  },
  "systemd-networkd": {
    files: {
      "etc/systemd/network/20-wired.network": "[Match]\nName=eno1\n\n[Network]\nAddress=192.168.1.5/24\n",
    },
  },
  "a keyfile of NetworkManager's": { files: { ...manager, [profile]: keyfile } },
  "NetworkManager without a profile": { files: manager, dhcp: true },
};

describe.each(Object.entries(strangers))("%s", (_name, { files, device = "eno1", dhcp: byDhcp }) => {
  const wish = { device, address: byDhcp ? "dhcp" : "fixed" } as const;

  test("is allowed, is done once, and taken back to the byte", async () => {
    host.install(files);
    const before = lookAt(host.root);
    const change = await host.change(wish);
    const { there, back, undone, kept } = change;
    for (const { path } of [...change.files, ...change.live]) expect(isAllowedFile(path), path).toBe(true);
    const ways = [there, back, undone.there, undone.back];
    for (const words of [...ways.flatMap((way) => [...way.before, ...way.after]), ...kept])
      expect(isAllowedCommand(words), words.join(" ")).toBe(true);
    for (const file of change.files) await host.configuration.replace(file);
    expect(await host.plan(wish)).toMatchObject({ refusal: expect.any(String) });
    for (const { from, to, ...file } of [...change.files].reverse())
      await host.configuration.replace({ ...file, from: to, to: from });
    const gone = (name: string) => !/^etc\/(?:systemd|NetworkManager|netplan)/.test(name) || name in before;
    expect(Object.fromEntries(Object.entries(lookAt(host.root)).filter(([name]) => gone(name)))).toEqual(
      before,
    );
  });

  test("the address goes to the bridge, which has the card's MAC address", async () => {
    host.install(files);
    const { files: changed } = await host.change(wish);
    const text = changed.map(({ to }) => to).join("\n");
    expect(text).toMatch(/70:85:c2:00:00:0[12]/i);
    expect(/192\.168\.[12]\.5/.test(text)).toBe(!byDhcp);
  });
});

test("netplan itself reads what is written, and gives the address to the bridge alone", async () => {
  host.install({ "etc/netplan/00-installer-config.yaml": cloudImage });
  const { files, live } = await host.change();
  expect(files[0]?.to).toBe(
    cloudImage
      .replace("      addresses: [192.168.1.5/24]   # kept by the router\n", "")
      .replace("      routes:\n      - to: default\n        via: 192.168.1.1\n", "")
      .replace(/ {6}nameservers:\n.*\n.*\n/, ""),
  );
  const generated = async () => {
    await mkdir(join(host.root, "run/systemd"), { recursive: true });
    await run("netplan", ["generate", "--root-dir", host.root]);
    return [host.read("run/systemd/network/10-netplan-br0.network"), portOf()];
  };
  const portOf = () => host.read("run/systemd/network/10-netplan-eno1.network");
  for (const file of live) await host.configuration.replace(file);
  const [bridge, port] = await generated();
  expect(bridge).toContain("Address=192.168.1.5/24");
  expect(port).toContain("Bridge=br0");
  expect(port).not.toContain("192.168");
  for (const { from, to, ...file } of live) await host.configuration.replace({ ...file, from: to, to: from });
  await run("netplan", ["generate", "--root-dir", host.root]);
  expect(portOf()).toContain("Address=192.168.1.5/24");
  for (const file of files) await host.configuration.replace(file);
  expect(await generated()).toEqual([bridge, port]);
});

test("ifupdown itself reads what it is tried by", async () => {
  host.install({ ...bridgeUtils, "etc/network/interfaces": debian });
  const { live } = await host.change();
  for (const file of live) await host.configuration.replace(file);
  const path = join(host.root, "run/passdeck-network/interfaces");
  const { stdout } = await run("ifquery", ["-i", path, "br0"]);
  expect(stdout).toContain("address: 192.168.1.5\n");
  expect((await run("ifquery", ["-i", path, "--list"])).stdout.split("\n")).toContain("br0");
});

test("a profile of NetworkManager's keeps its UUID as a port, and its addresses go over as they stand", async () => {
  host.install({ ...manager, [profile]: keyfile });
  const { files } = await host.change();
  const [bridge, port] = files.map(({ to }) => to ?? "");
  expect(bridge).toContain(
    "[ipv4]\naddress1=192.168.1.5/24,192.168.1.1\ndns=8.8.8.8;114.114.114.114;\nmethod=manual\n",
  );
  const uuid = /uuid=(\S+)/.exec(bridge ?? "")?.[1];
  expect(port).toBe(
    `${keyfile.slice(0, keyfile.indexOf("\n[ethernet]"))}master=${uuid}\nslave-type=bridge\n\n[ethernet]\n\n`,
  );
});

test("a new file that may hold secrets is root's alone", async () => {
  host.install({ "etc/netplan/00-installer-config.yaml": cloudImage });
  for (const file of (await host.change()).files) await host.configuration.replace(file);
  expect(lookAt(host.root)["etc/netplan/90-br0.yaml"]).toMatch(/^100600 /);
});

test("a file that sorts later does not overrule the bridge's", async () => {
  host.install({ "etc/netplan/99-mine.yaml": "network:\n  ethernets:\n    eno1:\n      dhcp4: true\n" });
  expect((await host.change({ address: "dhcp" })).files.map(({ path }) => path)).toEqual([
    "etc/netplan/zz-br0.yaml",
  ]);
});

describe("is refused, with what to do", () => {
  const cloud = { "etc/cloud/cloud.cfg": "", "etc/netplan/50-cloud-init.yaml": cloudImage };
  const off = { "etc/cloud/cloud.cfg.d/99-x.cfg": "network: {config: disabled}\n" };
  test.each<[string, Record<string, string>, Parameters<NetworkRoot["plan"]>[0], RegExp | null]>([
    ["Wi-Fi", {}, { device: "wlp2s0" }, /access point accepts only one MAC/],
    ["a bond's card", {}, { device: "eno2" }, /already a port of bond0/],
    ["a file that cloud-init rewrites", cloud, {}, /99-disable-network-config\.cfg/],
    ["but not where cloud-init leaves the network alone", { ...cloud, ...off }, {}, null],
    ["Unraid", { "etc/unraid-version": "7" }, {}, /Enable bridging/],
    [
      "TrueNAS",
      { "etc/os-release": "ID=truenas\n", "etc/network/interfaces": debian },
      {},
      /Interfaces, Add/,
    ],
    ["VyOS", { "etc/os-release": "ID=vyos\n" }, {}, /set interfaces bridge/],
    ["NixOS", { "etc/os-release": "ID=nixos\n" }, {}, /told below/],
    ["an unknown system", { "etc/os-release": "ID=unknown\n" }, {}, /can't be seen what configures/],
    [
      "ifupdown without bridge-utils",
      { "etc/network/interfaces": debian },
      {},
      /apt-get install bridge-utils/,
    ],
    [
      "a bridge of that name",
      { ...bridgeUtils, "etc/network/interfaces": `${debian}iface br0 inet manual\n` },
      {},
      /has a br0 already/,
    ],
    ["an earlier file of networkd's", { "etc/systemd/network/00-a.network": "" }, {}, /comes before/],
    [
      "two profiles",
      { ...manager, [profile]: keyfile, [profile.replace("eno1", "b")]: keyfile },
      {},
      /Several profiles/,
    ],
    [
      "a profile of an older name",
      { ...manager, "etc/NetworkManager/system-connections/mine": keyfile },
      {},
      /Rename it/,
    ],
    ["a bond without a profile", manager, { device: "bond0" }, /nmcli connection migrate/],
    [
      "keys of which one is an anchor",
      {
        "etc/netplan/01.yaml":
          "network:\n  ethernets:\n    eno1:\n      addresses: &a [192.168.1.5/24]\n    eno2:\n      addresses: *a\n",
      },
      {},
      /without touching what else/,
    ],
  ])("%s", async (_what, files, wish, reason) => {
    host.install(files);
    const before = lookAt(host.root);
    const planned = await host.plan(wish);
    if (reason === null) expect(planned).toHaveProperty("files");
    else expect(planned).toEqual({ refusal: expect.stringMatching(reason) });
    expect(lookAt(host.root)).toEqual(before);
    expect(existsSync(join(host.root, "run/netplan"))).toBe(false);
  });
});
