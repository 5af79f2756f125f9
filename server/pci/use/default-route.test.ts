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
        file("sys/devices/pci0000:04/0000:04:00.0/net/eno2/ifindex", "3\n"),
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
        file("sys/devices/pci0000:04/0000:04:00.0/net/eno2/ifindex", "3\n"),
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
        file("sys/devices/pci0000:04/0000:04:00.0/net/eno2/operstate", "down\n"),
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
    const down = file("sys/devices/pci0000:04/0000:04:00.0/net/eno2/operstate", "down\n");
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
