import { expect, test } from "vitest";
import { ipv4FromHex, ipv6FromHex, isLinkLocal, isLoopback, isWithin, plainAddress } from "./ip-addresses";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:c000:201", "192.0.2.1"],
  ["FE80:0:0::1%eth0", "fe80::1"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["192.0.2", null],
  ["0300.0.2.1", null],
  ["192.0.2.1/24", null],
  ["", null],
  ["nas.lan", null],
])("%s is compared as %s", (address, plain) => {
  expect(plainAddress(address)).toBe(plain);
});

test("as /proc writes them", () => {
  expect(ipv4FromHex("0101A8C0")).toBe("192.168.1.1");
  expect(ipv4FromHex("0101A8C")).toBeNull();
  expect(ipv6FromHex("fe800000000000000000000000000001")).toBe("fe80::1");
  expect(ipv6FromHex("00000000000000000000ffffc0000201")).toBe("::ffff:c000:201");
  expect(ipv6FromHex("fe80")).toBeNull();
});

test("those that tell nothing", () => {
  expect(["fe80::1", "febf::1", "fe80::/64", "169.254.3.4", "169.254.0.0/16"].map(isLinkLocal)).not.toContain(
    false,
  );
  expect(["fec0::1", "169.253.0.1", "::/0", "0.0.0.0/0", "x"].map(isLinkLocal)).not.toContain(true);
  expect(["::1", "127.0.0.1", "127.8.9.1"].map(isLoopback)).not.toContain(false);
  expect(["::2", "128.0.0.1", ""].map(isLoopback)).not.toContain(true);
});

test("in a network", () => {
  expect(isWithin("192.0.2.9", "192.0.2.0/24")).toBe(true);
  expect(isWithin("192.0.3.9", "192.0.2.0/24")).toBe(false);
  expect(isWithin("192.0.3.9", "0.0.0.0/0")).toBe(true);
  expect(isWithin("2001:db8::9", "2001:db8::/32")).toBe(true);
  expect(isWithin("2001:db8::9", "0.0.0.0/0")).toBe(false);
});
