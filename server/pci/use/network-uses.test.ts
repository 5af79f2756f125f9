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
