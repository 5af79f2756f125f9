import { describe, expect, test } from "vitest";
import type { HostLink, HostNetworking, InterfacesFile, NetworkManager } from "../host/host-network.schema";
import { stanzasOf } from "../host/interfaces-stanzas";
import { bridgeGuide } from "./bridge-guide";

const bond0: HostLink = {
  name: "bond0",
  kind: "bond",
  up: true,
  mac: "70:85:c2:00:00:0b",
  mtu: 9000,
  addresses: ["192.0.2.5", "2001:db8::5"],
  cidrs: ["192.0.2.5/24", "2001:db8::5/64"],
  automaticIpv6: false,
  routes: [
    { to: "default", via: "192.0.2.1" },
    { to: "default", via: "fe80::1" },
    { to: "10.0.0.0/8", via: "192.0.2.254" },
  ],
  defaultRoute: true,
  portOf: null,
  lowers: ["eno1", "eno2"],
  carriesYou: false,
};
const vlan: HostLink = { ...bond0, name: "bond0.20", kind: "vlan", mtu: 1500, lowers: ["bond0"] };

function interfaces(text: string, path = "/etc/network/interfaces"): InterfacesFile {
  return { path, problem: null, stanzas: stanzasOf(text, ["bond0", "bond0.20", "eno1"]) };
}

function guideOf(
  manager: NetworkManager,
  device: string,
  more: Partial<HostNetworking> = {},
  address: "dhcp" | "fixed" = "fixed",
) {
  const host: HostNetworking = {
    links: [bond0, vlan],
    manager,
    managerSeen: true,
    netplan: [],
    interfaces: [],
    systemd: true,
    proxmox: false,
    firewall: "iptables",
    networks: [],
    nameServers: ["192.0.2.53", "2001:db8::53"],
    searchDomains: ["example.org"],
    ...more,
  };
  const guide = bridgeGuide(host, { device, bridge: "br1", address });
  const commands = guide.steps.flatMap((step) => step.commands);
  return { ...guide, commands, files: guide.steps.flatMap(({ file }) => file?.content ?? []) };
}

describe("netplan", () => {
  const definition = {
    device: "bond0",
    section: "bonds",
    id: "bond0",
    byPattern: false,
    keys: ["interfaces"],
  };
  const file = { path: "/etc/netplan/1.yaml", problem: null, definitions: [definition], parameters: true };

  test("adds to the bond where it is defined, and moves both families with their name servers", () => {
    expect(guideOf("netplan", "bond0", { netplan: [file] }).files).toEqual([
      `network:
  version: 2
  bonds:
    bond0:
      dhcp4: false
      dhcp6: false
  bridges:
    br1:
      interfaces:
        - "bond0"
      macaddress: "70:85:c2:00:00:0b"
      mtu: 9000
      addresses:
        - "192.0.2.5/24"
        - "2001:db8::5/64"
      routes:
        - to: "default"
          via: "192.0.2.1"
        - to: "10.0.0.0/8"
          via: "192.0.2.254"
        - to: "::/0"
          via: "fe80::1"
      nameservers:
        addresses:
          - "192.0.2.53"
          - "2001:db8::53"
        search:
          - "example.org"
`,
    ]);
  });

  test("begins no bond or VLAN of its own where no file defines it", () => {
    expect(guideOf("netplan", "bond0").refusal).toContain("No file of netplan's");
    const { files } = guideOf("netplan", "bond0.20", {
      netplan: [
        { ...file, definitions: [{ ...definition, device: "bond0.20", section: "vlans", id: "vlan20" }] },
      ],
    });
    expect(files[0]).toContain("  vlans:\n    vlan20:\n      dhcp4: false\n");
  });

  test("reaches a gateway outside of the prefix", () => {
    const hosted = {
      ...bond0,
      name: "eno1",
      kind: "ethernet" as const,
      cidrs: ["192.0.2.5/32"],
      routes: [{ to: "default", via: "203.0.113.1" }],
    };
    expect(guideOf("netplan", "eno1", { links: [hosted] }).files[0]).toContain("on-link: true");
    expect(guideOf("systemd-networkd", "eno1", { links: [hosted] }).files[2]).toContain(
      "Gateway=203.0.113.1\nGatewayOnLink=yes",
    );
  });
});

describe("NetworkManager", () => {
  test("gives the bond a profile with the options that it has, and its cards one to that", () => {
    const { commands, undo } = guideOf("NetworkManager", "bond0");
    expect(commands[0]).toBe("nmcli -g GENERAL.CON-UUID device show bond0 > /var/tmp/br1.before");
    expect(commands).toContain('nmcli connection clone "$(cat /var/tmp/br1.before)" br1-bond0');
    for (const card of ["eno1", "eno2"])
      expect(commands).toContain(
        `nmcli connection add type ethernet con-name br1-${card} ifname ${card} 802-3-ethernet.mtu 9000 slave-type bond master br1-bond0 autoconnect no`,
      );
    expect(commands.find((command) => command.includes("type bridge"))).toBe(
      "nmcli connection add type bridge con-name br1 ifname br1 bridge.stp no bridge.mac-address 70:85:c2:00:00:0b 802-3-ethernet.mtu 9000 autoconnect no" +
        ' ipv4.method manual ipv4.addresses 192.0.2.5/24 ipv4.gateway 192.0.2.1 ipv4.routes "10.0.0.0/8 192.0.2.254" ipv4.dns 192.0.2.53' +
        " ipv6.method manual ipv6.addresses 2001:db8::5/64 ipv6.gateway fe80::1 ipv6.dns 2001:db8::53 ipv4.dns-search example.org",
    );
    expect(undo).toEqual([
      "nmcli connection delete br1 br1-bond0 br1-eno1 br1-eno2",
      'nmcli connection up "$(cat /var/tmp/br1.before)"',
    ]);
  });

  test("makes no Ethernet profile for a VLAN", () => {
    const { commands } = guideOf("NetworkManager", "bond0.20");
    expect(commands.join("\n")).not.toContain("type ethernet");
    expect(commands.join("\n")).toContain("connection.interface-name bond0.20 connection.slave-type bridge");
  });

  test("a card's name that a shell would read is refused", () => {
    const odd = { ...bond0, lowers: ["$(id)"] };
    expect(guideOf("NetworkManager", "bond0", { links: [odd] }).refusal).toContain("no commands for bond0");
  });
});

test("systemd-networkd keeps the VLANs that ride on the port, and IPv6 as it is where IPv4 comes by DHCP", () => {
  const { files } = guideOf("systemd-networkd", "bond0", {}, "dhcp");
  expect(files[1]).toBe(
    "[Match]\nName=bond0\n\n[Link]\nMTUBytes=9000\n\n[Network]\nBridge=br1\nVLAN=bond0.20\n",
  );
  expect(files[2]).toContain(
    "DHCP=ipv4\nAddress=2001:db8::5/64\nDNS=2001:db8::53\n\n[Route]\nGateway=fe80::1\n",
  );
});

describe("ifupdown", () => {
  const text = `auto lo
iface lo inet loopback

auto bond0
iface bond0 inet static
    address 192.0.2.5
    netmask 255.255.255.0
    gateway 192.0.2.1
    bond-slaves eno1 eno2
    bond-mode 802.3ad
    mtu 9000
    post-up ip route add 10.0.0.0/8 via 192.0.2.254 dev bond0
    post-up ethtool -K bond0 tso off
    dns-nameservers 192.0.2.53

iface bond0 inet6 static
    address 2001:db8::5/64
    gateway fe80::1

auto bond0:0
iface bond0:0 inet static
    address 192.0.2.6/24
`;

  test("keeps what is the bond's, and moves what is about addresses", () => {
    const { files, commands, consequences } = guideOf("ifupdown", "bond0", {
      interfaces: [interfaces(text)],
    });
    expect(files).toEqual([
      `iface bond0 inet manual
    bond-slaves eno1 eno2
    bond-mode 802.3ad
    mtu 9000
    post-up ethtool -K bond0 tso off

auto br1
iface br1 inet static
    address 192.0.2.5
    netmask 255.255.255.0
    gateway 192.0.2.1
    post-up ip route add 10.0.0.0/8 via 192.0.2.254 dev br1
    dns-nameservers 192.0.2.53
    hwaddress 70:85:c2:00:00:0b
    mtu 9000
    bridge_ports bond0
    bridge_stp off
    bridge_fd 0

iface br1 inet6 static
    address 2001:db8::5/64
    gateway fe80::1

auto br1:0
iface br1:0 inet static
    address 192.0.2.6/24
`,
    ]);
    expect(commands).toContain("sed -i '5,14d;16,18d;20,20d;21,22d' /etc/network.with-br1/interfaces");
    expect(consequences.join("\n")).toContain("“post-up ethtool -K bond0 tso off” goes with bond0");
    // Whoever is connected over the card could not type the second of two commands.
    expect(commands).toContain(
      "systemd-run --unit=make-bridge --collect sh -c 'ifdown bond0 bond0:0; cp -a /etc/network.with-br1/. /etc/network/; ifup bond0 br1'",
    );
  });

  test("keeps a VLAN's lines, and reads the file that has them", () => {
    const own = "iface bond0.20 inet dhcp\n    vlan-raw-device bond0\n    hostname web\n";
    const file = interfaces(own, "/etc/network/interfaces.d/vlan");
    const { files, commands } = guideOf(
      "ifupdown",
      "bond0.20",
      { interfaces: [interfaces(""), file] },
      "dhcp",
    );
    expect(files[0]).toContain("auto bond0.20\niface bond0.20 inet manual\n    vlan-raw-device bond0\n\n");
    expect(files[0]).toContain("iface br1 inet dhcp\n    hostname web\n");
    expect(commands).toContain("sed -i '1,3d' /etc/network.with-br1/interfaces.d/vlan");
  });

  test.each<[string, InterfacesFile[], string]>([
    [
      "a file that can't be read",
      [{ ...interfaces(""), problem: "Passdeck may not read it" }],
      "is not known",
    ],
    ["a bond that no file has", [interfaces("")], "None of ifupdown's files"],
    ["a stanza that inherits", [interfaces("iface bond0 inherits usual\n")], "is not known"],
    ["a file elsewhere", [interfaces(text, "/root/mine")], "outside of /etc/network"],
  ])("with %s nothing is guessed", (_what, files, reason) => {
    expect(guideOf("ifupdown", "bond0", { interfaces: files }).refusal).toContain(reason);
  });

  test("without systemd the undo is the shell's own", () => {
    const { commands } = guideOf("ifupdown", "bond0", { interfaces: [interfaces(text)], systemd: false });
    expect(commands.join("\n")).not.toContain("systemd");
    expect(commands).toContainEqual(
      expect.stringMatching(/^setsid nohup sh -c 'sleep 180; \[ -e \/run\/keep-bridge \]/),
    );
  });
});
