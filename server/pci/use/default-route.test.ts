import { describe, expect, test } from "vitest";
import { file, net } from "@/e2e/hosts/busy-host";
import type { TreeEntry } from "../../host/tree-entries";
import { addressed, head, routesOf, through, told } from "./default-route.test-data";

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
      "MACsec",
      [
        ...net("macsec0", null),
        ...told("macsec0", { uevent: "DEVTYPE=macsec", ifindex: "9", iflink: "3" }),
        file("sys/devices/pci0000:04/0000:04:00.0/net/eno2/ifindex", "3\n"),
        ...addressed("macsec0"),
      ],
      "macsec0",
      "eno2",
    ],
    [
      "a port of a switch chip, which stands at the chip",
      [
        ...net("lan1", "sys/devices/platform/mdio/mdio_bus/chip"),
        ...["uevent DEVTYPE=dsa", "ifindex 9", "iflink 3"].map((line) => {
          const [name, text] = line.split(" ");
          return file(`sys/devices/platform/mdio/mdio_bus/chip/net/lan1/${name}`, `${text}\n`);
        }),
        file("sys/devices/pci0000:04/0000:04:00.0/net/eno2/ifindex", "3\n"),
        ...addressed("lan1"),
      ],
      "lan1",
      "eno2",
    ],
    ["a team", [...net("team0", null, ["lower_eno2"]), ...addressed("team0")], "team0", "eno2"],
    ["a mesh of batman-adv", [...net("bat0", null, ["lower_eno1"]), ...addressed("bat0")], "bat0", "eno1"],
    [
      "a VXLAN bound to a card",
      [
        ...net("vxlan7", null),
        ...told("vxlan7", { uevent: "DEVTYPE=vxlan", ifindex: "9", iflink: "3" }),
        file("sys/devices/pci0000:04/0000:04:00.0/net/eno2/ifindex", "3\n"),
        ...addressed("vxlan7"),
      ],
      "vxlan7",
      "eno2",
    ],
    [
      "a child of IP over InfiniBand",
      [
        ...net("ib0.8001", null),
        ...told("ib0.8001", { type: "32", ifindex: "9", iflink: "3" }),
        file("sys/devices/pci0000:04/0000:04:00.0/net/eno2/ifindex", "3\n"),
        ...addressed("ib0.8001"),
      ],
      "ib0.8001",
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
