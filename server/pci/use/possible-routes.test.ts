import { describe, expect, test } from "vitest";
import { busyHost, file, net } from "@/e2e/hosts/busy-host";
import { addressed, both, first, routesOf, second, through, told } from "./default-route.test-data";

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

  test("is asked of every card where no table of routes can be read", async () => {
    const { devices } = await busyHost(both);
    const asked = devices.filter(({ notLookedAt }) =>
      notLookedAt.some(({ question }) => /way out/.test(question)),
    );
    expect(asked.map(({ address }) => address)).toEqual([first, second]);
  });
});
