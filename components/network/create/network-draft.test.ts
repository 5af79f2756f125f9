import { expect, test } from "vitest";
import { parseSubnet, suggestedRange } from "@/server/network/subnet.schema";
import { checkDraft, type NetworkDraft, newDraft } from "./network-draft";

const taken = parseSubnet("192.168.100.0/24");
const fresh = newDraft(taken === null ? [] : [taken], 0x1234567890000an);
const named: NetworkDraft = { ...fresh, name: "lab" };

test("a name is all that a new draft lacks", () => {
  expect(checkDraft(fresh).problems).toEqual({
    name: "A name begins with a letter or digit and has no slashes.",
  });
  expect(checkDraft(named).request).toEqual({
    mode: "nat",
    name: "lab",
    autostart: true,
    device: null,
    ipv4: { address: "192.168.101.1", prefix: 24, dhcp: { start: "192.168.101.2", end: "192.168.101.254" } },
    ipv6: null,
    natIpv6: true,
    domain: null,
    dns: true,
  });
});

test("IPv6 is a private network of its own, without DHCP", () => {
  expect(checkDraft({ ...named, ipv6: { ...named.ipv6, on: true } }).request).toMatchObject({
    ipv6: { address: "fd12:3456:7890:a::1", prefix: 64, dhcp: null },
  });
});

test.each([
  ["bridge", { bridge: "br0" }, { mode: "bridge", name: "lab", autostart: true, bridge: "br0" }],
  ["macvtap", { device: "eno1" }, { mode: "macvtap", name: "lab", autostart: true, device: "eno1" }],
] as const)("a %s has no addresses of its own", (mode, change, request) => {
  expect(checkDraft({ ...named, mode, ...change }).request).toEqual(request);
});

test("what is wrong stands at its field", () => {
  const ipv4 = { ...named.ipv4, cidr: "192.168.7.0/24" };
  expect(checkDraft({ ...named, ipv4 }).problems).toEqual({
    "ipv4.address": "This is the network's own address. Choose another address in it.",
  });
  const range = { ...named.ipv4, start: "192.168.101.9", end: "10.0.0.1" };
  expect(checkDraft({ ...named, ipv4: range }).problems).toEqual({
    "ipv4.dhcp.end": "Enter an address in this network.",
  });
  expect(checkDraft({ ...named, ipv4: { ...named.ipv4, on: false } }).problems).toEqual({
    ipv4: "This mode needs an IPv4 or an IPv6 network.",
  });
});

test("the range leaves out the network's own addresses and the host's usual one", () => {
  expect(suggestedRange("10.0.0.1/29")).toEqual({ start: "10.0.0.2", end: "10.0.0.6" });
  expect(suggestedRange("fd00::1/64")).toEqual({ start: "fd00::100", end: "fd00::1ff" });
  expect(suggestedRange("10.0.0.1")).toBeNull();
  expect(suggestedRange("10.0.0.1/32")).toBeNull();
});
