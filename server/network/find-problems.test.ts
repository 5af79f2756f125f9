import { expect, test } from "vitest";
import { findProblems, findWarnings, type NetworkSurroundings } from "./find-problems";
import { type CreateNetworkRequest, createNetworkSchema } from "./network-request.schema";

const ip = (address: string) => ({
  family: "ipv4" as const,
  address,
  prefix: 24,
  ranges: [],
  reservations: [],
});
const surroundings: NetworkSurroundings = {
  networks: [
    { name: "default", bridge: "virbr0", ips: [ip("192.168.122.1")] },
    { name: "lan", bridge: "br0", ips: [] },
  ],
  hostNetworks: [
    { destination: "192.168.1.0/24", interface: "br0" },
    { destination: "192.168.122.0/24", interface: "virbr0" },
  ],
  links: [
    { name: "eno1", bridge: false },
    { name: "br0", bridge: true },
    { name: "virbr0", bridge: true },
  ],
};
const nat = (name: string, address: string, device: string | null = null): CreateNetworkRequest =>
  createNetworkSchema.parse({
    mode: "nat",
    name,
    autostart: true,
    device,
    ipv4: { address, prefix: 24, dhcp: null },
    ipv6: null,
    natIpv6: false,
    domain: null,
    dns: true,
  });
const onBridge = (bridge: string): CreateNetworkRequest => ({
  mode: "bridge",
  name: "vms",
  autostart: true,
  bridge,
});

test.each([
  [nat("lab", "192.168.50.1"), []],
  [nat("lab", "192.168.50.1", "eno1"), []],
  [nat("default", "192.168.50.1"), ["There is already a network called default."]],
  [nat("lab", "192.168.50.1", "eth7"), ["This host has no network device called eth7."]],
  [
    nat("lab", "192.168.122.1"),
    ["192.168.122.1/24 overlaps with the network default (192.168.122.1/24). Choose another range."],
  ],
  [
    nat("lab", "192.168.1.99"),
    ["192.168.1.99/24 overlaps with this host's br0 (192.168.1.0/24). Choose another range."],
  ],
  [onBridge("br0"), []],
  [onBridge("br7"), ["This host has no network device called br7."]],
  [onBridge("eno1"), ["eno1 is not a bridge."]],
  [onBridge("virbr0"), ["virbr0 is the bridge of the libvirt network default. Use that network."]],
])("%j: %j", (request, problems) => {
  expect(findProblems(request, surroundings)).toEqual(problems);
});

test("without the host's files, devices are left to libvirt", () => {
  expect(findProblems(onBridge("br7"), { ...surroundings, links: null })).toEqual([]);
});

test("a routed network tells the way that others need", () => {
  const routed = createNetworkSchema.parse({
    mode: "route",
    name: "dmz",
    autostart: true,
    device: "eno1",
    ipv4: { address: "10.9.0.1", prefix: 16, dhcp: null },
    ipv6: null,
    domain: null,
    dns: true,
  });
  expect(findWarnings(routed).at(-1)).toContain("a route to 10.9.0.1/16 via this host");
});
