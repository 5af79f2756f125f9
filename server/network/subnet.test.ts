import { isIP } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AddressFamily,
  formatAddress,
  freeIpv4,
  overlap,
  parseAddress,
  parseSubnet,
  prefixOfNetmask,
  subnetOf,
} from "./subnet.schema";

const anyAddress = fc.oneof(fc.ipV4(), fc.ipV6()).filter((text) => !/:\d+\./.test(text));

test("an address is read as Node reads it, and written so that it is the same", () => {
  fc.assert(
    fc.property(anyAddress, (text) => {
      const parsed = parseAddress(text);
      expect(parsed?.family).toBe(isIP(text) === 4 ? "ipv4" : "ipv6");
      if (parsed !== null) expect(parseAddress(formatAddress(parsed.family, parsed.value))).toEqual(parsed);
    }),
  );
});

test.each([
  "",
  "1.2.3",
  "1.2.3.256",
  "01.2.3.4",
  "1.2.3.4.5",
  "::1::",
  "1:2:3:4:5:6:7",
  "g::1",
  "12345::",
  "1:2:3:4:5:6:7::8",
  "fe80::1%eth0",
  "0x7f.1",
  "1.2",
])("“%s” is no address", (text) => {
  expect(parseAddress(text)).toBeNull();
});

test("the network of an address has it, and begins and ends at its bounds", () => {
  const subnet = subnetOf("192.168.122.77", 26);
  const write = (family: AddressFamily, value: bigint | undefined) => formatAddress(family, value ?? 0n);
  expect(write("ipv4", subnet?.first)).toBe("192.168.122.64");
  expect(write("ipv4", subnet?.last)).toBe("192.168.122.127");
  expect(write("ipv6", subnetOf("fd00:1::9", 64)?.last)).toBe("fd00:1::ffff:ffff:ffff:ffff");
  expect(subnetOf("192.168.1.1", 33)).toBeNull();
});

function subnet(text: string) {
  const parsed = parseSubnet(text);
  if (parsed === null) throw new Error(`${text} is no network`);
  return parsed;
}

test.each([
  ["10.0.0.0/8", "10.9.0.0/16", true],
  ["192.168.1.0/24", "192.168.2.0/24", false],
  ["0.0.0.0/0", "192.168.2.0/24", true],
  ["0.0.0.0/0", "fd00::/64", false],
  ["fd00::/48", "fd00:0:0:5::/64", true],
])("%s and %s overlap: %s", (one, other, expected) => {
  expect(overlap(subnet(one), subnet(other))).toBe(expected);
});

test.each([
  ["255.255.255.0", 24],
  ["255.255.255.252", 30],
  ["0.0.0.0", 0],
  ["255.0.255.0", null],
])("the netmask %s has %s bits", (netmask, prefix) => {
  expect(prefixOfNetmask(netmask)).toBe(prefix);
});

test("a free network touches none that is taken", () => {
  expect(freeIpv4([])).toBe("192.168.100");
  expect(freeIpv4([subnet("192.168.96.0/20")])).toBe("192.168.112");
  expect(freeIpv4([subnet("192.168.0.0/16")])).toBeNull();
});
