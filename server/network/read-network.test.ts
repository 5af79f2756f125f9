import { expect, test } from "vitest";
import { readNetwork } from "./read-network";

test("libvirt's own default", () => {
  const xml = `<network><name>default</name><uuid>8d5e8f0c-6d3f-4a55-8b2e-0b6a1a1d3c11</uuid>
    <forward mode='nat'><nat><port start='1024' end='65535'/></nat></forward>
    <bridge name='virbr0' stp='on' delay='0'/><mac address='52:54:00:11:22:33'/>
    <ip address='192.168.122.1' netmask='255.255.255.0'>
      <dhcp><range start='192.168.122.2' end='192.168.122.254'/>
        <host mac='52:54:00:aa:bb:cc' name='web' ip='192.168.122.10'/></dhcp></ip></network>`;
  expect(readNetwork(xml)).toEqual({
    name: "default",
    mode: "nat",
    bridge: "virbr0",
    devices: [],
    ips: [
      {
        family: "ipv4",
        address: "192.168.122.1",
        prefix: 24,
        ranges: [{ start: "192.168.122.2", end: "192.168.122.254" }],
        reservations: [{ mac: "52:54:00:aa:bb:cc", name: "web", address: "192.168.122.10" }],
      },
    ],
    domain: null,
    dns: true,
  });
});

test.each([
  ["<network><name>n</name></network>", "isolated"],
  ["<network><name>n</name><forward/></network>", "nat"],
  ["<network><name>n</name><forward mode='route' dev='eth1'/></network>", "route"],
  ["<network><name>n</name><forward mode='of-tomorrow'/></network>", "open"],
])("%s is %s", (xml, mode) => {
  expect(readNetwork(xml).mode).toBe(mode);
});

test("network cards are named once, as libvirt writes the first one twice", () => {
  const xml = `<network><name>n</name><forward dev='eth1' mode='private'>
    <interface dev='eth1'/><interface dev='eth2'/></forward></network>`;
  expect(readNetwork(xml)).toMatchObject({ mode: "private", devices: ["eth1", "eth2"], bridge: null });
});

test.each([
  ["<ip address='10.1.2.1'/>", 8],
  ["<ip address='172.16.0.1'/>", 16],
  ["<ip address='192.168.1.1'/>", 24],
  ["<ip address='192.168.1.1' prefix='28'/>", 28],
  ["<ip family='ipv6' address='fd00::1'/>", 64],
])("the prefix of %s is %i", (ip, prefix) => {
  const [first] = readNetwork(`<network><name>n</name>${ip}</network>`).ips;
  expect(first?.prefix).toBe(prefix);
});

test("DNS can be off, and names can have a domain", () => {
  const xml = "<network><name>n</name><domain name='lab'/><dns enable='no'/></network>";
  expect(readNetwork(xml)).toMatchObject({ domain: "lab", dns: false });
});
