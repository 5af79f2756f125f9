import { expect, test } from "vitest";
import { parseXml, serializeXml } from "../../xml/xml";
import { editNetwork } from "./edit-network";
import { type NetworkSettings, networkSettingsSchema } from "./network-settings.schema";
import { readSettings } from "./read-settings";

const nat = `<network connections='2'>
  <name>lab</name>
  <uuid>8d5e8f0c-6d3f-4a55-8b2e-0b6a1a1d3c11</uuid>
  <forward dev='eth1' mode='nat'>
    <nat>
      <port start='1024' end='65535'/>
    </nat>
    <interface dev='eth1'/>
  </forward>
  <bridge name='virbr1' stp='on' delay='0'/>
  <mac address='52:54:00:11:22:33'/>
  <unknown of='tomorrow'/>
  <ip address='10.7.0.1' netmask='255.255.255.0'>
    <dhcp>
      <range start='10.7.0.10' end='10.7.0.20'/>
      <!-- the office -->
      <host mac='52:54:00:aa:bb:cc' name='web' ip='10.7.0.30'>
        <lease expiry='1' unit='hours'/>
      </host>
    </dhcp>
  </ip>
</network>
`;

function edited(xml: string, change: (settings: NetworkSettings) => Partial<NetworkSettings>): string {
  const document = parseXml(xml);
  const settings = settingsOf(xml);
  editNetwork(document, { ...settings, ...change(settings) });
  return serializeXml(document);
}

function settingsOf(xml: string): NetworkSettings {
  const root = parseXml(xml).documentElement;
  if (root === null) throw new Error("no root");
  return readSettings(root);
}

const ipv4 = (part: Partial<NonNullable<NetworkSettings["ipv4"]>>) => (settings: NetworkSettings) => ({
  ipv4: settings.ipv4 && { ...settings.ipv4, ...part },
});

test("what is said already is not written again", () => {
  expect(edited(nat, () => ({}))).toBe(nat);
});

const kept = { mac: "52:54:00:aa:bb:cc", id: null, name: "web", address: "10.7.0.30" };

test.each<[string, (settings: NetworkSettings) => Partial<NetworkSettings>, string, string]>([
  [
    "a range's end",
    ipv4({ ranges: [{ start: "10.7.0.10", end: "10.7.0.25" }] }),
    "end='10.7.0.20'",
    "end='10.7.0.25'",
  ],
  [
    "a machine's other address, with what else is said of it",
    ipv4({ reservations: [{ ...kept, address: "10.7.0.31" }] }),
    "ip='10.7.0.30'",
    "ip='10.7.0.31'",
  ],
  [
    "another prefix, which was a netmask",
    ipv4({ prefix: 16 }),
    "address='10.7.0.1' netmask='255.255.255.0'",
    "address='10.7.0.1' prefix='16'",
  ],
  ["another bridge", () => ({ bridge: "virbr9" }), "'virbr1'", "'virbr9'"],
  ["an MTU where libvirt writes it", () => ({ mtu: 9000 }), "  <mac ", "  <mtu size='9000'/>\n  <mac "],
  [
    "a domain",
    () => ({ domain: "lab.arpa" }),
    "  <unknown",
    "  <domain name='lab.arpa' localOnly='yes'/>\n  <unknown",
  ],
  [
    "a DNS name",
    () => ({ dnsHosts: [{ address: "10.7.0.1", names: ["gate"] }] }),
    "  <unknown",
    "  <dns>\n    <host ip='10.7.0.1'>\n      <hostname>gate</hostname>\n    </host>\n  </dns>\n  <unknown",
  ],
])("%s is changed, and nothing else", (_what, change, before, after) => {
  expect(nat).toContain(before);
  const xml = edited(nat, change);
  expect(xml).toBe(nat.replace(before, after));
  const first = settingsOf(nat);
  const back = edited(xml, () => first);
  expect(settingsOf(back)).toEqual(first);
});

test("routed, nothing of NAT is left; isolated, nothing of a way out", () => {
  const routed = edited(nat, () => ({ mode: "route" }));
  expect(routed).toContain("<forward dev='eth1' mode='route'>\n    <interface dev='eth1'/>");
  expect(edited(routed, () => ({ mode: "isolated", device: null }))).not.toContain("forward");
});

test("bound to no card, neither the attribute nor the element names one", () => {
  expect(edited(nat, () => ({ device: null }))).not.toContain("eth1");
});

test("without DHCP, its element goes; without IPv4, all of it", () => {
  const comment = nat.replace("      <!-- the office -->\n", "");
  expect(edited(comment, ipv4({ ranges: [], reservations: [] }))).not.toContain("dhcp");
  expect(edited(nat, () => ({ ipv4: null }))).not.toContain("<ip");
});

test("a network of another family comes behind the one that there is", () => {
  const added = { address: "fd00::1", prefix: 64, ranges: [], reservations: [] };
  const xml = edited(nat, () => ({ ipv6: added }));
  expect(xml).toContain("  </ip>\n  <ip family='ipv6' address='fd00::1' prefix='64'/>\n</network>");
});

test.each<[string, (settings: NetworkSettings) => unknown, string, string]>([
  [
    "a range of another network",
    ipv4({ ranges: [{ start: "10.8.0.10", end: "10.7.0.20" }] }),
    "ipv4.ranges.0.start",
    "Enter an address in this network.",
  ],
  [
    "two machines with one address",
    ipv4({ reservations: [kept, { ...kept, mac: "52:54:00:aa:bb:cd" }] }),
    "ipv4.reservations.1.address",
    "It is listed twice.",
  ],
  [
    "an address for nobody",
    ipv4({ reservations: [{ ...kept, mac: null, name: null }] }),
    "ipv4.reservations.0.mac",
    "Enter this or a name.",
  ],
  [
    "names without DNS",
    () => ({ dns: false, dnsHosts: [{ address: "10.7.0.1", names: ["gate"] }] }),
    "dns",
    "DNS names need the DNS server on the host. Remove them, or leave it on.",
  ],
  ["an MTU of nothing", () => ({ mtu: 0 }), "mtu", "Enter an MTU from 68 to 65535."],
])("%s is refused at its place", (_what, change, path, message) => {
  const settings = settingsOf(nat);
  const { error } = networkSettingsSchema.safeParse({ ...settings, ...(change(settings) as object) });
  expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toContainEqual([path, message]);
});

test("what libvirt wrote passes", () => {
  expect(networkSettingsSchema.safeParse(settingsOf(nat)).error).toBeUndefined();
});
