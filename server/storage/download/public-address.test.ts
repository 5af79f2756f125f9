import { describe, expect, test } from "vitest";
import { isInternetAddress, isPublicAddress } from "./public-address";

test.each(["1.1.1.1", "8.8.8.8", "100.63.255.255", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "2a00::1"])(
  "%s is the Internet's",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "198.19.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::a00:1",
  "fe80::1",
  "fd00::1",
  "ff02::1",
  "2001::1",
  "2001:db8::1",
  "2002:a00:1::1",
  "localhost",
  "",
])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));

describe("an address of a network that this machine is on", () => {
  const interfaces = {
    eth0: [{ cidr: "8.8.4.7/24" }, { cidr: "2a00:1450:4001::7/64" }],
    tun0: [{ cidr: null }],
  };

  test.each([
    ["8.8.4.7", false],
    ["8.8.4.250", false],
    ["8.8.5.1", true],
    ["2a00:1450:4001::1", false],
    ["2a00:1450:4001:1::1", true],
    ["192.168.1.1", false],
  ])("%s is of the Internet: %j", (address, expected) => {
    expect(isInternetAddress(address, interfaces)).toBe(expected);
  });
});
