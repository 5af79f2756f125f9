import { describe, expect, test } from "vitest";
import { managementDevices } from "./management-devices";
import type { HostNetwork } from "./network.schema";

const carried = { lowers: [], defaultRoute: false };
const network: HostNetwork = {
  interfaces: [
    {
      ...carried,
      name: "br0",
      addresses: ["192.168.1.10", "2001:db8::10"],
      defaultRoute: true,
      devices: ["0000:03:00.0"],
    },
    { ...carried, name: "eno1", addresses: ["fe80::1"], devices: ["0000:03:00.0"] },
    { ...carried, name: "eno2", addresses: ["10.0.0.1"], devices: ["0000:04:00.0"] },
    { ...carried, name: "bond0", addresses: ["172.16.0.1"], devices: ["0000:05:00.0", "0000:05:00.1"] },
  ],
  routes: [
    { destination: "0.0.0.0/0", interface: "br0", metric: 0 },
    { destination: "::/0", interface: "br0", metric: 1024 },
    { destination: "10.0.0.0/24", interface: "eno2", metric: 0 },
    { destination: "10.9.0.0/16", interface: "eno2", metric: 100 },
    { destination: "10.9.0.0/16", interface: "br0", metric: 50 },
    { destination: "172.16.0.0/16", interface: "bond0", metric: 0 },
  ],
};

function devicesFor(localAddress: string, remoteAddress: string): string[] {
  return managementDevices(network, { localAddress, remoteAddress });
}

describe("managementDevices", () => {
  test.each([
    ["the interface that has the address", "192.168.1.10", "192.168.1.77", ["0000:03:00.0"]],
    ["another network's card", "10.0.0.1", "10.0.0.9", ["0000:04:00.0"]],
    ["both where the answers go out elsewhere", "10.0.0.1", "8.8.8.8", ["0000:03:00.0", "0000:04:00.0"]],
    ["the route of the lower metric", "192.168.1.10", "10.9.1.1", ["0000:03:00.0"]],
    ["every link of a bond", "172.16.0.1", "172.16.3.4", ["0000:05:00.0", "0000:05:00.1"]],
    ["IPv4 in IPv6's clothes", "::ffff:10.0.0.1", "::ffff:10.0.0.9", ["0000:04:00.0"]],
    ["IPv6 in its long form", "2001:DB8:0:0:0:0:0:10", "2001:db8:ffff::1", ["0000:03:00.0"]],
    ["a link-local address with its zone", "fe80::1%eno1", "fe80::2%eno1", ["0000:03:00.0"]],
    ["the default route's card for a tunnel", "10.200.0.1", "10.200.0.2", ["0000:03:00.0"]],
  ])("finds %s", (_, local, remote, expected) => {
    expect(devicesFor(local, remote)).toEqual(expected);
  });

  test.each([
    ["loopback", "127.0.0.1", "127.0.0.1"],
    ["IPv6 loopback", "::1", "::1"],
    ["wrapped loopback", "::ffff:127.0.0.1", "::ffff:127.0.0.1"],
    ["the host by its own address", "192.168.1.10", "192.168.1.10"],
    ["the host from another of its addresses", "192.168.1.10", "10.0.0.1"],
    ["no addresses", "", ""],
    ["nonsense", "1.2.3", "%%%"],
  ])("finds none for %s", (_, local, remote) => {
    expect(devicesFor(local, remote)).toEqual([]);
  });

  test("finds every card for a tunnel of a host without a default route", () => {
    const interfaces = network.interfaces.map((one) => ({ ...one, defaultRoute: false }));
    const routes = network.routes.filter(({ destination }) => !destination.endsWith("/0"));
    const caller = { localAddress: "10.200.0.1", remoteAddress: "10.200.0.2" };
    expect(managementDevices({ interfaces, routes }, caller)).toEqual([
      "0000:03:00.0",
      "0000:04:00.0",
      "0000:05:00.0",
      "0000:05:00.1",
    ]);
  });

  test("finds none where nobody asks over a network", () => {
    expect(managementDevices(network, null)).toEqual([]);
  });
});
