import { describe, expect, test } from "vitest";
import {
  type HostLink,
  type HostNetworking,
  type NetplanFile,
  networkManagers,
} from "../host/host-network.schema";
import { bridgeGuide } from "./bridge-guide";
import { bridgeWishSchema } from "./bridge-guide.schema";

const eno1: HostLink = {
  name: "eno1",
  kind: "ethernet",
  up: true,
  mac: "70:85:c2:00:00:01",
  addresses: ["192.168.1.5"],
  cidrs: ["192.168.1.5/24"],
  automaticIpv6: false,
  routes: [{ to: "default", via: "192.168.1.1" }],
  mtu: 1500,
  lowers: [],
  defaultRoute: true,
  portOf: null,
  carriesYou: true,
};
const host: HostNetworking = {
  links: [
    eno1,
    { ...eno1, name: "wlan0", kind: "wireless", carriesYou: false },
    { ...eno1, name: "eno2", portOf: "br0", addresses: [], cidrs: [] },
    { ...eno1, name: "br0", kind: "bridge" },
    { ...eno1, name: "eno3", addresses: [], cidrs: [], carriesYou: false, defaultRoute: false },
  ],
  manager: "netplan",
  managerSeen: true,
  netplan: [],
  interfaces: [],
  systemd: true,
  searchDomains: [],
  proxmox: false,
  firewall: "iptables",
  networks: [],
  nameServers: ["192.168.1.1", "fd00::53"],
};
const request = { device: "eno1", bridge: "br1", address: "dhcp" } as const;

test.each(networkManagers)("%s: it says what is cut, and how all is taken back", (manager) => {
  for (const address of ["dhcp", "fixed"] as const) {
    const guide = bridgeGuide({ ...host, manager }, { ...request, address });
    expect(guide.refusal).toBeNull();
    expect(guide.consequences.join(" ")).toContain("192.168.1.5 moves from eno1 to br1");
    expect(guide.consequences.join(" ")).toContain("Your connection to Passdeck uses eno1");
    const text = JSON.stringify(guide.steps);
    expect(text).toContain("70:85:c2:00:00:01");
    expect(text.includes("192.168.1.5")).toBe(address === "fixed");
    expect(guide.undo.length).toBeGreaterThan(0);
  }
});

test("netplan's file is one that “netplan try” can take back", () => {
  const { steps } = bridgeGuide(host, { ...request, address: "fixed" });
  expect(steps[1]?.file).toEqual({
    path: "/etc/netplan/90-br1.yaml",
    content: `network:
  version: 2
  ethernets:
    eno1:
      dhcp4: false
      dhcp6: false
  bridges:
    br1:
      interfaces:
        - "eno1"
      macaddress: "70:85:c2:00:00:01"
      addresses:
        - "192.168.1.5/24"
      routes:
        - to: "default"
          via: "192.168.1.1"
      nameservers:
        addresses:
          - "192.168.1.1"
          - "fd00::53"
`,
  });
});

describe("netplan's other files", () => {
  const titles = (netplan: HostNetworking["netplan"]) =>
    bridgeGuide({ ...host, netplan }, request).steps.map(({ title }) => title);
  const definition = {
    device: "eno1",
    section: "ethernets",
    id: "eno1",
    byPattern: false,
    keys: ["dhcp4", "addresses", "routes"],
  };
  const file: NetplanFile = {
    path: "/etc/netplan/50-cloud-init.yaml",
    problem: null,
    definitions: [definition],
    parameters: false,
  };
  const generic = "Look for eno1 in the other files, and remove its addresses, routes and name servers";

  test("those that configure the card are named, with what moves", () => {
    expect(titles([file, { ...file, path: "/etc/netplan/60-other.yaml", definitions: [] }])).toContain(
      "Remove addresses, routes of eno1 from /etc/netplan/50-cloud-init.yaml",
    );
    expect(titles([{ ...file, definitions: [{ ...definition, device: "eno2" }] }])).toHaveLength(3);
    expect(titles([])).toContain(generic);
  });

  test("one of which nobody knows what it says comes first, and all are to be looked through", () => {
    const broken = { ...file, path: "/etc/netplan/it's.yaml", problem: "line 3: no", definitions: [] };
    const { steps } = bridgeGuide({ ...host, netplan: [file, broken] }, request);
    expect(steps[0]).toMatchObject({
      title: "Look at /etc/netplan/it's.yaml first: Passdeck does not know what it says (line 3: no)",
      commands: ["cat '/etc/netplan/it'\\''s.yaml'"],
    });
    expect(titles([file, broken])).toContain(generic);
  });

  test("their own name for the card is the bridge's port, and no second definition is made", () => {
    const { steps } = bridgeGuide(
      { ...host, netplan: [{ ...file, definitions: [{ ...definition, id: "lan" }] }] },
      request,
    );
    const text = steps.flatMap((step) => step.file?.content ?? []).join();
    expect(text).toContain("    lan:\n      dhcp4: false");
    expect(text).toContain('      interfaces:\n        - "lan"');
  });

  test("a pattern that other cards fit as well, or two definitions, are not guessed about", () => {
    const refusalOf = (...definitions: NetplanFile["definitions"]) =>
      bridgeGuide({ ...host, netplan: [{ ...file, definitions }] }, request).refusal;
    expect(refusalOf({ ...definition, id: "all", byPattern: true })).toContain("a pattern");
    expect(refusalOf(definition, { ...definition, id: "lan" })).toContain("more than once");
  });

  test("“netplan try” is left alone where it would refuse", () => {
    const { steps, consequences } = bridgeGuide(
      { ...host, netplan: [{ ...file, parameters: true }] },
      request,
    );
    const commands = steps.flatMap((step) => step.commands);
    expect(commands).not.toContain("netplan try");
    expect(
      commands.findIndex((command) => command.startsWith("systemd-run --unit=undo-bridge")),
    ).toBeLessThan(commands.indexOf("netplan apply"));
    expect(consequences.join(" ")).toContain("The host undoes it");
  });
});

test("Debian's and Proxmox VE's ifupdown differ in how they take it over", () => {
  const commands = (proxmox: boolean) =>
    bridgeGuide({ ...host, manager: "ifupdown", proxmox }, request).steps.flatMap((step) => step.commands);
  expect(commands(false).join("\n")).toContain("; ifup eno1 br1'");
  expect(commands(true).join("\n")).toContain("; ifreload -a'");
  expect(commands(true).join(" ")).not.toContain("ifup ");
});

test.each([
  ["wlan0", "br1", /wireless/],
  ["eno2", "br1", /already a port of br0/],
  ["br0", "br1", /already a bridge/],
  ["eno1", "br0", /already has a br0/],
  ["eth9", "br1", /no network device called eth9/],
])("%s as %s is refused", (device, bridge, reason) => {
  expect(bridgeGuide(host, { ...request, device, bridge })).toMatchObject({
    refusal: expect.stringMatching(reason),
    steps: [],
  });
});

test("a card without the host's address cuts nothing", () => {
  const guide = bridgeGuide(host, { ...request, device: "eno3" });
  expect(guide.consequences[0]).toContain("no connection is interrupted");
});

test.each(["br0;reboot", "$(id)", "-br", "br 0", "br'0", ""])("the name %s reaches no command", (bridge) => {
  expect(bridgeWishSchema.safeParse({ ...request, bridge }).success).toBe(false);
});
