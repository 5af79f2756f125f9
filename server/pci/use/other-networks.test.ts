import { describe, expect, test } from "vitest";
import { busyHost, file, net, place, usesAt } from "@/e2e/hosts/busy-host";
import { driver, mounted, process } from "@/e2e/hosts/busy-parts";
import type { TreeEntry } from "../../host/tree-entries";

const [first, second] = ["0000:03:00.0", "0000:04:00.0"];

describe("a routing table that /proc/net/route leaves out", () => {
  const cards = [...net("eno1", place.firstNic), ...net("eno2", place.secondNic)];
  const route = (...lines: readonly string[]) =>
    file(
      "proc/net/route",
      ["Iface Destination Gateway Flags RefCnt Use Metric Mask", ...lines, ""].join("\n"),
    );
  const trie = (kind: string) =>
    file(
      "proc/net/fib_trie",
      `Main:\n  |-- 192.0.2.0\n     /24 link UNICAST\nLocal:\n  |-- 192.0.2.7\n     /32 host LOCAL\nId 100:\n  |-- 0.0.0.0\n     /0 universe ${kind}\n`,
    );
  const direct = "eno1 000200C0 00000000 0001 0 0 0 00FFFFFF";
  const maybe = (name: string) =>
    `possible-route: the routing table 100 has a default route, and the kernel does not tell where it goes out: ${name} may carry it`;
  const routesOf = async (...entries: readonly TreeEntry[]) => {
    const report = await busyHost([...cards, ...entries]);
    return [first, second].map((address) => usesAt(report, address).filter((use) => /-route/.test(use)));
  };

  test("may go out where the host has an address", async () => {
    expect(await routesOf(route(direct), trie("UNICAST"))).toEqual([[maybe("eno1")], []]);
  });

  test("goes out in its own domain, where there are such (VRF)", async () => {
    const domain = [
      ...net("mgmt", null, ["lower_eno2"]),
      file("sys/devices/virtual/net/mgmt/uevent", "DEVTYPE=vrf\n"),
    ];
    expect(await routesOf(route(direct), trie("UNICAST"), ...domain)).toEqual([[], [maybe("eno2")]]);
  });

  test("tells nothing of a card that has the main default route, nor by a route that refuses", async () => {
    const main = "eno1 00000000 010200C0 0003 0 0 0 00000000";
    const told = "default-route: the default route goes out at eno1";
    expect(await routesOf(route(main, direct), trie("UNICAST"))).toEqual([[told], []]);
    expect(await routesOf(route(main, direct), trie("UNREACHABLE"))).toEqual([[told], []]);
  });
});

describe("a card of which the host has no interface", () => {
  const cards = [
    ...driver(place.firstNic, "igb"),
    ...driver(place.secondNic, "igb"),
    ...net("eno1", place.firstNic),
  ];
  const namespaces = (network: string): TreeEntry[] => [
    ...["self", "1"].flatMap((id): TreeEntry[] => [
      { kind: "link", path: `proc/${id}/ns/mnt`, target: "mnt:[1]" },
      { kind: "link", path: `proc/${id}/ns/net`, target: "net:[1]" },
    ]),
    ...process(90, "frr", ["/dev/null"]),
    { kind: "link", path: "proc/90/ns/mnt", target: "mnt:[2]" },
    { kind: "link", path: "proc/90/ns/net", target: network },
  ];
  const interfaces = (...names: readonly string[]) =>
    file(
      "proc/90/net/dev",
      ["Inter-| Receive", " face |bytes", ...names.map((name) => `${name}: 0 0`), ""].join("\n"),
    );
  const askedOf = async (...entries: readonly TreeEntry[]) => {
    const { devices } = await busyHost([...cards, ...entries]);
    return devices.flatMap(({ address, notLookedAt }) =>
      notLookedAt.some(({ source }) => source === "/proc/*/ns/net") ? [address] : [],
    );
  };

  test("may be in a container", async () => {
    expect(await askedOf(...namespaces("net:[2]"), interfaces("lo", "eth1"))).toEqual([second]);
    expect(await askedOf(...namespaces("net:[2]"))).toEqual([second]);
  });

  test("may be in a namespace that has a name, and no process", async () => {
    const named = mounted("2 1 0:4 net:[3] /run/netns/wan rw - nsfs nsfs rw");
    expect(await askedOf(named)).toEqual([second]);
  });

  test("is nowhere else where no other network has interfaces", async () => {
    expect(await askedOf(...namespaces("net:[1]"))).toEqual([]);
    expect(await askedOf(...namespaces("net:[2]"), interfaces("lo"))).toEqual([]);
  });
});
