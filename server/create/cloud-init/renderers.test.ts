import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CloudNicInput, cloudNetworkSchema } from "./cloud-network.schema";
import { networkConfig } from "./network-config.schema";

/**
 * What cloud-init's own renderers make of our network-config, where Debian's cloud-init can be imported. It is not
 * installed for the tests: its services would configure the machine at its next start. Unpacked beside, with the packages
 * that it needs, PYTHONPATH leads to it.
 */
const python = "/usr/bin/python3";
const importable = spawnSync(python, ["-c", "import cloudinit.net.network_state"]).status === 0;
const script = join(import.meta.dirname, "testing/render_network_config.py");

type Rendered = Record<
  "netplan" | "NetworkManager" | "sysconfig" | "networkd" | "ifupdown",
  Record<string, string>
>;

function render(...nics: CloudNicInput[]): Rendered {
  const macs = nics.map((_, index) => `52:54:00:00:00:0${index + 1}`);
  const text = networkConfig(cloudNetworkSchema.parse({ kind: "nics", nics }), macs) ?? "";
  return JSON.parse(execFileSync(python, [script], { input: text, encoding: "utf8" }));
}

const manager = (rendered: Rendered, nic: string) =>
  rendered.NetworkManager[`etc/NetworkManager/system-connections/cloud-init-${nic}.nmconnection`];
const sysconfig = (rendered: Rendered, file: string) =>
  rendered.sysconfig[`etc/sysconfig/network-scripts/${file}`];
const networkd = (rendered: Rendered, nic: string) =>
  rendered.networkd[`etc/systemd/network/10-cloud-init-${nic}.network`];
const ifupdown = (rendered: Rendered) => rendered.ifupdown["etc/network/interfaces"];

describe.runIf(importable)("every renderer of cloud-init", () => {
  test("configures each NIC by its MAC address", () => {
    const both = render(
      { ipv4: { kind: "dhcp" }, ipv6: { kind: "dhcp" } },
      { ipv4: { kind: "static", addresses: ["192.0.2.10/24"] } },
    );
    for (const [nic, mac] of [
      ["eth0", "52:54:00:00:00:01"],
      ["eth1", "52:54:00:00:00:02"],
    ] as const) {
      expect(both.netplan["etc/netplan/50-cloud-init.yaml"]).toContain(`macaddress: '${mac}'`);
      expect(manager(both, nic)).toContain(`mac-address=${mac}`);
      expect(sysconfig(both, `ifcfg-${nic}`)).toContain(`HWADDR=${mac}`);
      expect(networkd(both, nic)).toContain(`MACAddress=${mac}`);
      expect(ifupdown(both)).toContain(`auto ${nic}\n`);
    }
    expect(manager(both, "eth0")).toMatch(/\[ipv4\]\nmethod=auto[^[]*\[ipv6\]\nmethod=auto/);
    expect(sysconfig(both, "ifcfg-eth0")).toMatch(/BOOTPROTO=dhcp\n(?:.*\n)*DHCPV6C=yes/);
    expect(networkd(both, "eth0")).toContain("DHCP=yes");
    expect(ifupdown(both)).toMatch(/iface eth0 inet dhcp\n(?:.*\n)*iface eth0 inet6 dhcp/);
  });

  test("gives both families their gateway and name servers", () => {
    const dual = render({
      ipv4: { kind: "static", addresses: ["192.0.2.10/24"], gateway: "192.0.2.1" },
      ipv6: { kind: "static", addresses: ["2001:db8::10/64"], gateway: "fe80::1" },
      nameServers: ["192.0.2.53", "2001:db8::53"],
      searchDomains: ["example.org"],
    });
    const [ipv4 = "", ipv6 = ""] = (manager(dual, "eth0") ?? "").split("[ipv4]")[1]?.split("[ipv6]") ?? [];
    for (const line of ["address1=192.0.2.10/24", "gateway=192.0.2.1", "dns=192.0.2.53;"])
      expect(ipv4).toContain(`\n${line}\n`);
    for (const line of ["address1=2001:db8::10/64", "gateway=fe80::1", "dns=2001:db8::53;"])
      expect(ipv6).toContain(`\n${line}\n`);
    const file = sysconfig(dual, "ifcfg-eth0");
    for (const line of [
      "GATEWAY=192.0.2.1",
      "IPV6_DEFAULTGW=fe80::1",
      "DNS1=192.0.2.53",
      "DNS2=2001:db8::53",
    ])
      expect(file).toContain(`${line}\n`);
    for (const line of ["Gateway=192.0.2.1", "Gateway=fe80::1", "DNS=192.0.2.53 2001:db8::53"])
      expect(networkd(dual, "eth0")).toContain(`${line}\n`);
    for (const line of ["gateway 192.0.2.1", "gateway fe80::1", "dns-nameservers 192.0.2.53 2001:db8::53"])
      expect(ifupdown(dual)).toContain(`    ${line}\n`);
  });

  test("reaches a gateway outside of the prefix", () => {
    const hosted = render({
      ipv4: { kind: "static", addresses: ["192.0.2.10/32"], gateway: "203.0.113.1" },
      ipv6: { kind: "static", addresses: ["2001:db8:1::1/128"], gateway: "2001:db8::1" },
    });
    expect(manager(hosted, "eth0")).toContain("gateway=203.0.113.1\nroute1=203.0.113.1/32,0.0.0.0\n");
    expect(sysconfig(hosted, "route-eth0")).toContain(
      "ADDRESS0=203.0.113.1\nGATEWAY0=0.0.0.0\nNETMASK0=255.255.255.255\n",
    );
    expect(sysconfig(hosted, "route6-eth0")).toContain("2001:db8::1/128 via ::  dev eth0\n");
    expect(networkd(hosted, "eth0")).toMatch(
      /\[Route\]\nDestination=203\.0\.113\.1\/32\n+Gateway=0\.0\.0\.0\n/,
    );
    expect(networkd(hosted, "eth0")).toMatch(/\[Route\]\nDestination=2001:db8::1\/128\n+Gateway=::\n/);
    // ifupdown adds the default route with "onlink" by itself.
    expect(ifupdown(hosted)).toContain("    gateway 203.0.113.1\n");
    expect(ifupdown(hosted)).toContain("    gateway 2001:db8::1\n");
  });

  test("has NetworkManager reach an IPv6 gateway in the IPv6 section", () => {
    const hosted = render({
      ipv4: { kind: "static", addresses: ["192.0.2.10/24"], gateway: "192.0.2.1" },
      ipv6: { kind: "static", addresses: ["2001:db8:1::1/128"], gateway: "2001:db8::1" },
    });
    const [, ipv6 = ""] = (manager(hosted, "eth0") ?? "").split("[ipv6]");
    expect(ipv6.split("[ipv4]")[0]).toContain("gateway=2001:db8::1\nroute1=2001:db8::1/128,::\n");
  });
});
