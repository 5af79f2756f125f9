import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createRequestSchema } from "../create-request.schema";
import { networkConfigFindings } from "../preflight/network-config-findings";
import { type CloudNetworkInput, type CloudNicInput, cloudNetworkSchema } from "./cloud-network.schema";
import { networkConfig } from "./network-config.schema";

const macs = ["52:54:00:00:00:01", "52:54:00:00:00:02", null];

function written(...nics: CloudNicInput[]) {
  const text = networkConfig(cloudNetworkSchema.parse({ kind: "nics", nics }), macs);
  return parse(text ?? "", { version: "1.1" }).ethernets;
}

function problems(network: CloudNetworkInput): string[] {
  return cloudNetworkSchema.safeParse(network).error?.issues.map(({ message }) => message) ?? [];
}

describe("a seed's network", () => {
  test("configures each NIC by its own MAC address, and leaves alone what nothing is said of", () => {
    expect(written({}, { ipv4: { kind: "dhcp" } })).toEqual({
      eth1: { match: { macaddress: macs[1] }, "set-name": "eth1", dhcp4: true, dhcp6: false },
    });
    expect(
      written({ ipv6: { kind: "dhcp" } }, { ipv4: { kind: "static", addresses: ["192.0.2.1/24"] } }),
    ).toEqual({
      eth0: expect.objectContaining({ match: { macaddress: macs[0] }, dhcp4: false, dhcp6: true }),
      eth1: expect.objectContaining({ match: { macaddress: macs[1] }, addresses: ["192.0.2.1/24"] }),
    });
  });

  test("has a gateway for each family, and a way to it where it is in no prefix", () => {
    const { eth0 } = written({
      ipv4: { kind: "static", addresses: ["192.0.2.10/32"], gateway: "203.0.113.1" },
      ipv6: { kind: "static", addresses: ["2001:db8::10/64"], gateway: "2001:db8::1" },
    });
    expect(eth0).toMatchObject({ gateway4: "203.0.113.1", gateway6: "2001:db8::1" });
    expect(eth0.routes).toEqual([{ to: "203.0.113.1/32", via: "0.0.0.0", scope: "link" }]);
  });

  test.each([
    [["2001:db8::10/128"], "2001:db8:1::1", [{ to: "2001:db8:1::1/128", via: "::", scope: "link" }]],
    [["2001:db8::10/128"], "fe80::1", undefined],
    [["2001:db8:1::2/64", "2001:db8::10/128"], "2001:db8:1::1", undefined],
  ])("from %j reaches %s", (addresses, gateway, routes) => {
    expect(written({ ipv6: { kind: "static", addresses, gateway } }).eth0.routes).toEqual(routes);
  });

  test("is not left half said", () => {
    expect(problems({ kind: "nics", nics: [{}] })).toEqual([expect.stringContaining("at least one NIC")]);
    const dhcp = { ipv4: { kind: "dhcp" }, nameServers: ["192.0.2.53"] } as const;
    expect(problems({ kind: "nics", nics: [{ ...dhcp, nameServers: ["192.0.2.53"] }] })).toEqual([
      expect.stringContaining("DHCP alone"),
    ]);
  });
});

describe("a request with a seed", () => {
  const request = (networks: { mac: string | null }[], nics: CloudNicInput[]) =>
    createRequestSchema.safeParse({
      source: {
        kind: "specification",
        specification: {
          name: "web",
          networks: networks.map(({ mac }) => ({ mac, source: { kind: "network", network: "default" } })),
        },
        cloudInit: {
          kind: "settings",
          pool: "disks",
          settings: {
            instanceId: "web",
            hostname: "web",
            users: [{ name: "ada", passwordHash: "$6$salt$hash" }],
            network: { kind: "nics", nics },
          },
        },
      },
    });

  test("goes with the VM's NICs", () => {
    const dhcp: CloudNicInput = { ipv4: { kind: "dhcp" } };
    expect(request([{ mac: "52:54:00:00:00:01" }], [dhcp]).success).toBe(true);
    const places = ({ error }: ReturnType<typeof request>) => error?.issues.map(({ path }) => path.join("."));
    expect(places(request([{ mac: null }], [dhcp]))).toEqual(["source.specification.networks.0.mac"]);
    expect(places(request([{ mac: null }], [{}, dhcp]))).toEqual([
      "source.cloudInit.settings.network.nics.1",
    ]);
  });
});

describe("a network-config that people wrote", () => {
  const found = (text: string) =>
    networkConfigFindings(text, ["52:54:00:00:00:01"]).map(({ message }) => message);

  test.each([
    "version: 2\nethernets:\n  lan: {match: {macaddress: '52:54:00:00:00:01'}, dhcp4: true}\n",
    "version: 1\nconfig:\n  - {type: physical, name: eth0, mac_address: '52:54:00:00:00:01'}\n",
    "version: 2\nethernets: {eth0: {dhcp4: true}}\n",
  ])("may be for NICs that there are: %j", (text) => expect(found(text)).toEqual([]));

  test("is said to be for none of the VM's NICs, or not to be readable", () => {
    const other = "version: 2\nethernets:\n  lan: {match: {macaddress: '52:54:00:AA:00:01'}}\n";
    expect(found(other)).toEqual([expect.stringContaining("52:54:00:AA:00:01")]);
    expect(found("a: [")).toEqual([expect.stringContaining("can't be read")]);
  });
});
