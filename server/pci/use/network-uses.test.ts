import { describe, expect, test } from "vitest";
import { busyHost, file, net, place, usesAt } from "@/e2e/hosts/busy-host";
import type { TreeEntry } from "../../host/tree-entries";

const first = "0000:03:00.0";
const second = "0000:04:00.0";
const head = "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\n";

/** 192.168.1.10/24 on an interface that has the default route, as the kernel writes it. */
function addressed(name: string): TreeEntry[] {
  return [
    file(
      "proc/net/route",
      `${head}${name} 00000000 0101A8C0 0003 0 0 100 00000000 0 0 0\n${name} 0001A8C0 00000000 0001 0 0 100 00FFFFFF 0 0 0\n`,
    ),
    file(
      "proc/net/fib_trie",
      "Main:\n  |-- 127.0.0.1\n     /32 host LOCAL\n  |-- 192.168.1.0\n     /24 link UNICAST\n  |-- 192.168.1.10\n     /32 host LOCAL\n  |-- 192.168.1.255\n     /32 link BROADCAST\n",
    ),
  ];
}

describe("a card's uses", () => {
  test("are its addresses and the default route", async () => {
    const report = await busyHost([
      ...net("eno1", place.firstNic),
      ...net("lo", null),
      ...addressed("eno1"),
      file(
        "proc/net/if_inet6",
        "20010db8000000000000000000000010 02 40 00 80 eno1\nfe80000000000000000000000000abcd 02 40 20 80 eno1\n00000000000000000000000000000001 01 80 10 80 lo\n",
      ),
    ]);
    expect(usesAt(report, first)).toEqual([
      "address: eno1 has 192.168.1.10, 2001:db8::10",
      "default-route: the default route goes out at eno1",
    ]);
    expect(report.network).toEqual({
      interfaces: [
        {
          name: "eno1",
          addresses: ["192.168.1.10", "2001:db8::10", "fe80::abcd"],
          defaultRoute: true,
          devices: [first],
          lowers: [],
        },
      ],
      routes: [
        { destination: "0.0.0.0/0", interface: "eno1", metric: 100 },
        { destination: "192.168.1.0/24", interface: "eno1", metric: 100 },
      ],
    });
  });

  test("go through a VLAN, a bond and a bridge", async () => {
    const report = await busyHost([
      ...net("eno1", place.firstNic),
      ...net("eno2", place.secondNic),
      ...net("bond0", null, ["bonding", "lower_eno1", "lower_eno2"]),
      ...net("bond0.7", null, ["lower_bond0"]),
      ...net("br0", null, ["bridge", "lower_bond0.7", "lower_vnet0"]),
      ...net("vnet0", null),
      ...addressed("br0"),
    ]);
    expect(usesAt(report, first)).toEqual([
      "address: br0 has 192.168.1.10 (through eno1)",
      "default-route: the default route goes out at br0 (through eno1)",
      "bridge: eno1 carries bond0.7",
      "bridge: eno1 is a port of the bridge br0",
      "bond: eno1 is part of the bond bond0",
    ]);
    expect(usesAt(report, second)).toContain("address: br0 has 192.168.1.10 (through eno2)");
    expect(report.network.interfaces.map(({ name, lowers }) => [name, lowers])).toEqual([
      ["bond0", ["eno1", "eno2"]],
      ["bond0.7", ["bond0"]],
      ["br0", ["bond0.7"]],
      ["eno1", []],
      ["eno2", []],
    ]);
  });

  test("are none where it has only what every interface has", async () => {
    const report = await busyHost([
      ...net("eno1", place.firstNic),
      file("proc/net/if_inet6", "fe80000000000000000000000000abcd 02 40 20 80 eno1\n"),
    ]);
    expect(usesAt(report, first)).toEqual([]);
  });

  test("include an address that is alone in its network", async () => {
    const report = await busyHost([
      ...net("eno1", place.firstNic),
      file("proc/net/route", `${head}eno1 00000000 0101A8C0 0003 0 0 0 00000000 0 0 0\n`),
      file("proc/net/fib_trie", "|-- 203.0.113.9\n   /32 host LOCAL\n"),
    ]);
    expect(usesAt(report, first)[0]).toBe("address: eno1 has 203.0.113.9");
  });
});

describe("hostile files", () => {
  test("with bridges in a circle end", async () => {
    const report = await busyHost([
      ...net("br0", null, ["bridge", "lower_br1"]),
      ...net("br1", null, ["bridge", "lower_br0", "lower_br1", "lower_eno1"]),
      ...net("eno1", place.firstNic),
      file("proc/net/route", head),
    ]);
    expect(usesAt(report, first)).toEqual([
      "bridge: eno1 is a port of the bridge br0",
      "bridge: eno1 is a port of the bridge br1",
    ]);
  });

  test("with numbers that are none are read past", async () => {
    const report = await busyHost([
      ...net("eno1", place.firstNic),
      file(
        "proc/net/route",
        `${head}eno1 GGGGGGGG 0 zz\neno1\n\neno1 00000000 00000000 0001 0 0 9e99 0000FF00\n`,
      ),
      file("proc/net/ipv6_route", `zz zz\n${"0".repeat(32)} ff x\n`),
      file("proc/net/if_inet6", "nonsense\n20010db8 0 0 0 0 eno1\n"),
      file("proc/net/fib_trie", "|-- 999.1.1.1\n/32 host LOCAL\n/32 host LOCAL\n"),
    ]);
    expect(usesAt(report, first)).toEqual([]);
    expect(report.network.routes).toEqual([]);
  });

  test("with a million routes keep the widest", async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => {
      const hex = index.toString(16).padStart(6, "0").toUpperCase();
      return `eno1 ${hex}0A 00000000 0001 0 0 0 FFFFFFFF 0 0 0\n`;
    });
    const report = await busyHost([
      ...net("eno1", place.firstNic),
      file("proc/net/route", `${head}${lines.join("")}eno1 00000000 0101A8C0 0003 0 0 0 00000000 0 0 0\n`),
    ]);
    expect(report.network.routes).toHaveLength(1000);
    expect(report.network.routes[0]?.destination).toBe("0.0.0.0/0");
  });
});

/** `type`, `iflink` and the like of an interface that {@link net} made. */
function told(name: string, attributes: Readonly<Record<string, string>>): TreeEntry[] {
  return Object.entries(attributes).map(([attribute, text]) =>
    file(`sys/devices/virtual/net/${name}/${attribute}`, `${text}\n`),
  );
}

const both = [...net("eno1", place.firstNic), ...net("eno2", place.secondNic)];

/** Each card's uses that are about the default route. */
async function routesOf(entries: readonly TreeEntry[]): Promise<string[][]> {
  const report = await busyHost([...both, ...entries]);
  return [first, second].map((address) => usesAt(report, address).filter((use) => /-route/.test(use)));
}

const through = (top: string, card: string) =>
  `default-route: the default route goes out at ${top} (through ${card})`;

/** What ovsdb-server writes: a line about each transaction, then the transaction. */
function database(...transactions: readonly object[]): TreeEntry {
  const log = transactions.map(
    (one) => `OVSDB JSON ${JSON.stringify(one).length} 0123abcd\n${JSON.stringify(one)}\n`,
  );
  return file("etc/openvswitch/conf.db", log.join(""));
}

const uuid = (name: string) => ["uuid", name] as const;
const rowsOf = (names: readonly string[], row: (name: string) => object) =>
  Object.fromEntries(names.map((name) => [name, row(name)]));

/** A bridge for each key with these ports, one interface each. */
function switches(bridges: Readonly<Record<string, readonly string[]>>) {
  const ports = Object.values(bridges).flat();
  return {
    Bridge: rowsOf(Object.keys(bridges), (name) => ({
      name,
      ports: ["set", (bridges[name] ?? []).map(uuid)],
    })),
    Port: rowsOf(ports, (name) => ({ name, interfaces: uuid(name) })),
    Interface: rowsOf(ports, (name) => ({ name, type: "" })),
  };
}

describe("the default route's card is found", () => {
  const datapath = [
    ...net("ovs-system", null, ["lower_eno1", "lower_eno2"]),
    ...net("br-ex", null),
    ...addressed("br-ex"),
  ];

  test.each([
    [
      "PPPoE",
      [
        ...net("ppp0", null),
        ...told("ppp0", { type: "512" }),
        ...addressed("ppp0"),
        file("proc/net/pppoe", "Id       Address              Device\n00002A00 00:25:90:00:00:01     eno2\n"),
      ],
      "ppp0",
      "eno2",
    ],
    [
      "a VLAN of an older kernel",
      [
        ...net("eno2.7", null),
        ...told("eno2.7", { uevent: "DEVTYPE=vlan", ifindex: "9", iflink: "3" }),
        file("sys/devices/pci0000:00/0000:04:00.0/net/eno2/ifindex", "3\n"),
        ...addressed("eno2.7"),
      ],
      "eno2.7",
      "eno2",
    ],
    [
      "a GRE tunnel bound to a card",
      [
        ...net("gre1", null),
        ...told("gre1", { type: "778", ifindex: "9", iflink: "3" }),
        file("sys/devices/pci0000:00/0000:04:00.0/net/eno2/ifindex", "3\n"),
        ...addressed("gre1"),
      ],
      "gre1",
      "eno2",
    ],
    [
      "a veth pair into a bridge",
      [
        ...net("veth0", null),
        ...told("veth0", { ifindex: "8", iflink: "9" }),
        ...net("veth1", null, ["upper_br0"]),
        ...told("veth1", { ifindex: "9", iflink: "8" }),
        ...net("br0", null, ["bridge", "lower_veth1", "lower_eno1"]),
        ...addressed("veth0"),
      ],
      "veth0",
      "eno1",
    ],
    [
      "a bridge of which one link is up",
      [
        ...net("br0", null, ["bridge", "lower_eno1", "lower_eno2"]),
        file("sys/devices/pci0000:00/0000:04:00.0/net/eno2/operstate", "down\n"),
        ...addressed("br0"),
      ],
      "br0",
      "eno1",
    ],
    [
      "an Open vSwitch bridge by its database",
      [...datapath, database(switches({ "br-ex": ["br-ex", "eno2"], "br-data": ["eno1"] }))],
      "br-ex",
      "eno2",
    ],
    [
      "one whose port was moved",
      [
        ...datapath,
        database(switches({ "br-ex": ["br-ex", "eno1"] }), {
          _is_diff: true,
          ...switches({ "br-ex": ["eno1", "eno2"] }),
        }),
      ],
      "br-ex",
      "eno2",
    ],
    [
      "one behind a patch port",
      [
        ...datapath,
        database(switches({ "br-ex": ["br-ex", "patch-a"], "br-data": ["patch-b", "eno1"] }), {
          Interface: {
            "patch-a": { options: ["map", [["peer", "patch-b"]]] },
            "patch-b": { options: ["map", [["peer", "patch-a"]]] },
          },
        }),
      ],
      "br-ex",
      "eno1",
    ],
  ])("below %s", async (_, entries, top, card) => {
    const expected = [through(top, card)];
    expect(await routesOf(entries)).toEqual(card === "eno1" ? [expected, []] : [[], expected]);
  });

  test("for a tunnel by the route that its own packets take", async () => {
    const routes = `${head}tun0 00000000 00000000 0001 0 0 0 00000000 0 0 0\neno2 097100CB 0101A8C0 0007 0 0 0 FFFFFFFF 0 0 0\n`;
    const tunnel = [...net("tun0", null, ["tun_flags"]), ...told("tun0", { type: "65534" })];
    expect(await routesOf([...tunnel, file("proc/net/route", routes)])).toEqual([
      [],
      [through("tun0", "eno2")],
    ]);
  });
});

describe("a default route that can't be followed to one card", () => {
  const unsure = (top: string, what: string) =>
    ["eno1", "eno2"].map((name) => [
      `possible-route: the default route goes out at ${top}, and nothing tells ${what}: ${name} may`,
    ]);

  test.each([
    [
      "a VM's end of a bridge",
      [
        ...net("br0", null, ["bridge", "lower_vnet0"]),
        ...net("vnet0", null, ["tun_flags"]),
        ...addressed("br0"),
      ],
      "br0",
      "which card carries that",
    ],
    [
      "a dialled connection",
      [...net("ppp0", null), ...told("ppp0", { type: "512" }), ...addressed("ppp0")],
      "ppp0",
      "which card carries that",
    ],
    [
      "the other end of a veth pair in a container",
      [...net("veth0", null), ...told("veth0", { ifindex: "8", iflink: "3" }), ...addressed("veth0")],
      "veth0",
      "which card carries that",
    ],
    [
      "a bridge with two links",
      [...net("br0", null, ["bridge", "lower_eno1", "lower_eno2"]), ...addressed("br0")],
      "br0",
      "which link below br0 leads there",
    ],
    [
      "an Open vSwitch bridge without its database",
      [
        ...net("ovs-system", null, ["lower_eno1", "lower_eno2"]),
        ...net("br-ex", null),
        ...addressed("br-ex"),
      ],
      "br-ex",
      "which link below br-ex leads there",
    ],
  ])("may be that of each: %s", async (_, entries, top, what) => {
    expect(await routesOf(entries)).toEqual(unsure(top, what));
  });

  test("is that of the only card whose link is up", async () => {
    const down = file("sys/devices/pci0000:00/0000:04:00.0/net/eno2/operstate", "down\n");
    const dialled = [...net("ppp0", null), ...told("ppp0", { type: "512" }), ...addressed("ppp0")];
    expect(await routesOf([...dialled, down])).toEqual([[through("ppp0", "eno1")], []]);
  });

  test("is no card's where it ends at a network controller of the board", async () => {
    const board = net("end0", "sys/devices/platform/fd580000.ethernet");
    expect(await routesOf([...board, ...addressed("end0")])).toEqual([[], []]);
  });

  test("may be any card's where no table of routes can be read", async () => {
    const way = (name: string) => [
      `possible-route: the host's routes can't be read: its way out may be ${name}`,
    ];
    expect(await routesOf([])).toEqual([way("eno1"), way("eno2")]);
  });
});
