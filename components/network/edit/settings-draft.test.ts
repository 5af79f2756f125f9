import { expect, test } from "vitest";
import type { NetworkSettings } from "@/server/network/edit/network-settings.schema";
import { checkSettings, draftOf } from "./settings-draft";

const settings: NetworkSettings = {
  mode: "nat",
  bridge: "virbr1",
  device: "eth1",
  natIpv6: true,
  mtu: 1400,
  domain: "lab.arpa",
  dns: true,
  dnsHosts: [{ address: "10.7.0.1", names: ["gate", "router"] }],
  ipv4: {
    address: "10.7.0.1",
    prefix: 24,
    ranges: [{ start: "10.7.0.10", end: "10.7.0.20" }],
    reservations: [{ mac: "52:54:00:00:00:01", id: null, address: "10.7.0.30", name: "web" }],
  },
  ipv6: {
    address: "fd00::1",
    prefix: 64,
    ranges: [],
    reservations: [{ mac: null, id: "00:03:00:01:52:54:00:00:00:01", address: "fd00::30", name: null }],
  },
};

test("a draft that nobody changed stands for the same settings", () => {
  expect(checkSettings(draftOf(settings))).toEqual({ settings, problems: {} });
  const bare: NetworkSettings = { ...settings, mode: "isolated", device: null, natIpv6: false, mtu: null };
  const nothing = { ...bare, domain: null, dnsHosts: [], ipv4: null, ipv6: null };
  expect(checkSettings(draftOf(nothing)).settings).toEqual(nothing);
});

test("what the kind can't have is not said", () => {
  const draft = draftOf(settings);
  expect(checkSettings({ ...draft, mode: "open" }).settings).toMatchObject({ device: null, natIpv6: false });
  expect(checkSettings({ ...draft, mode: "route" }).settings).toMatchObject({
    device: "eth1",
    natIpv6: false,
  });
});

test("what is wrong is told at its field", () => {
  const draft = draftOf(settings);
  const rows = { ...draft.ipv4, cidr: "10.7.0.1", ranges: [{ start: "10.7.0.10", end: "x" }] };
  const { problems } = checkSettings({ ...draft, mtu: "big", ipv4: rows });
  expect(Object.keys(problems)).toEqual(expect.arrayContaining(["mtu", "ipv4.prefix"]));
  const { problems: further } = checkSettings({ ...draft, ipv4: { ...rows, cidr: "10.7.0.1/24" } });
  expect(further).toHaveProperty(["ipv4.ranges.0.end"]);
});
