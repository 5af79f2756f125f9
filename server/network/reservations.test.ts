import { expect, test } from "vitest";
import type { NetworkSummary } from "./network.schema";
import { whyNotReserve } from "./reservations";

const network: NetworkSummary = {
  uuid: "8d5e8f0c-6d3f-4a55-8b2e-0b6a1a1d3c11",
  name: "lab",
  active: true,
  autostart: true,
  persistent: true,
  mode: "nat",
  bridge: "virbr1",
  devices: [],
  ips: [
    {
      family: "ipv4",
      address: "10.7.0.1",
      prefix: 24,
      ranges: [],
      reservations: [{ mac: "52:54:00:00:00:01", name: null, address: "10.7.0.9" }],
    },
    { family: "ipv6", address: "fd00::1", prefix: 64, ranges: [], reservations: [] },
  ],
  domain: null,
  dns: true,
  waiting: [],
  unreadable: null,
};

test.each([
  ["10.7.0.8", null],
  ["10.7.1.8", "10.7.1.8 is not an address in the network lab."],
  ["10.7.0.1", "10.7.0.1 is the host's own address in the network lab."],
  ["10.7.0.9", "10.7.0.9 is already reserved for 52:54:00:00:00:01."],
])("%s: %s", (address, why) => {
  expect(whyNotReserve(network, { mac: "52:54:00:00:00:02", address })).toBe(why);
});
