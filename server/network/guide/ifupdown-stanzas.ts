import type { Stanza } from "../host/host-network.schema";
import { type Addressing, type FamilyAddressing, isIpv6 } from "./addressing";
import { type GuideRequest, oddMtu } from "./guide-request";

/** Options of interfaces(5) that are about the host's addresses; all others are about the device. */
const aboutAddresses =
  /^(?:address|netmask|broadcast|gateway|pointopoint|metric|scope|label|accept_ra|autoconf|privext|dad-attempts|dad-interval|preferred-lifetime|dns-\S+|hostname|client|leasetime|request_prefix|ll-attempts|ll-interval)\s/;

/** Commands around going up and down. */
const hook = /^(?:pre-up|up|post-up|down|pre-down|post-down)\s+(.*)$/;
const aboutRoutes = /(?:^|[\s;&|/])(?:ip(?:\s+-\S+)*\s+(?:route|rule|addr|address|neigh|ro|r|a)|route)\s/;

/** What is written for a port and its bridge, and which commands went where. */
export interface Stanzas {
  text: string;
  notes: string[];
}

/**
 * The stanzas of a port and its bridge. What is about addresses goes to the bridge, with the port's name in commands about
 * routes replaced; what is about the device (bond-…, vlan-…, mtu, ethtool) stays with the port.
 */
export function stanzasFor(request: GuideRequest, present: readonly Stanza[]): Stanzas {
  const { port, bridge, addressing } = request;
  const own = present.filter(({ family, device }) => family !== null && device === port.name);
  const further = present.filter(({ family, device }) => family !== null && device !== port.name);
  const options = own.flatMap((stanza) => stanza.options);
  const kept = [...new Set(options.filter((option) => !moves(option)))];
  const mtu = oddMtu(port);
  const ofBridge = [
    ...(port.mac === null ? [] : [`hwaddress ${port.mac}`]),
    ...(mtu === null ? [] : [`mtu ${mtu}`]),
    `bridge_ports ${port.name}`,
    "bridge_stp off",
    "bridge_fd 0",
  ];
  const families = [...ipv4Stanzas(own, addressing), ...ipv6Stanzas(own, addressing)];
  const moved = (option: string) => option.replaceAll(wholeWord(port.name), bridge);
  const begun = present.some(({ family, options: [line = ""] }) => family === null && /^auto\s/.test(line));
  const lines = [
    ...(begun ? [] : [`auto ${port.name}`]),
    ...stanza(port.name, { family: "inet", method: "manual", options: kept }),
    `auto ${bridge}`,
    ...families.flatMap(({ family, method, options: given }, index) =>
      stanza(bridge, { family, method, options: [...given.map(moved), ...(index === 0 ? ofBridge : [])] }),
    ),
    ...(addressing.ipv4 === null
      ? []
      : further.flatMap(({ device, family, method, options: given }) => [
          `auto ${moved(device)}`,
          ...stanza(moved(device), { family, method, options: given.map(moved) }),
        ])),
  ];
  return { text: lines.join("\n"), notes: notesOn(options, bridge, port.name) };
}

type Part = Pick<Stanza, "family" | "method" | "options">;

/** As they stand in the file where they are as wished, so that nothing of them is lost; else by what the host has now. */
function ipv4Stanzas(own: readonly Stanza[], { ipv4, nameServers, searchDomains }: Addressing): Part[] {
  const present = own.filter(({ family }) => family === "inet");
  if (ipv4 === null) {
    const method = "dhcp";
    const options = present
      .filter((one) => one.method === method)
      .flatMap((one) => one.options.filter(moves));
    return [{ family: "inet", method, options }];
  }
  const fixed = present.filter(({ method }) => method === "static");
  if (fixed.length > 0) return fixed.map(onlyMoving);
  if (ipv4.cidrs.length === 0) return [{ family: "inet", method: "manual", options: [] }];
  const servers = nameServers.filter((server) => !isIpv6(server));
  return written("inet", ipv4, { servers, searchDomains });
}

function ipv6Stanzas(own: readonly Stanza[], { ipv6, nameServers }: Addressing): Part[] {
  const present = own.filter(({ family, method }) => family === "inet6" && method !== "manual");
  if (present.length > 0) return present.map(onlyMoving);
  const names = { servers: nameServers.filter(isIpv6), searchDomains: [] };
  return ipv6 === null ? [] : written("inet6", ipv6, names);
}

function onlyMoving({ family, method, options }: Stanza): Part {
  return { family, method, options: options.filter(moves) };
}

interface Names {
  servers: string[];
  searchDomains: string[];
}

function written(family: string, { cidrs, gateway, routes }: FamilyAddressing, names: Names): Part[] {
  const { servers, searchDomains } = names;
  const ways = routes.map(({ to, via }) => `up ip route add ${to} via ${via} dev $IFACE`);
  return cidrs.map((cidr, index) => ({
    family,
    method: "static",
    options: [
      `address ${cidr}`,
      ...(index > 0 || gateway === null ? [] : [`gateway ${gateway}`]),
      ...(index > 0 || servers.length === 0 ? [] : [`dns-nameservers ${servers.join(" ")}`]),
      ...(index > 0 || searchDomains.length === 0 ? [] : [`dns-search ${searchDomains.join(" ")}`]),
      ...(index > 0 ? [] : ways),
    ],
  }));
}

function stanza(name: string, { family, method, options }: Part): string[] {
  return [`iface ${name} ${family} ${method}`, ...options.map((option) => `    ${option}`), ""];
}

function moves(option: string): boolean {
  const command = hook.exec(option)?.[1];
  return command === undefined ? aboutAddresses.test(option) : aboutRoutes.test(command);
}

function notesOn(options: readonly string[], bridge: string, port: string): string[] {
  return [...new Set(options)]
    .filter((option) => hook.test(option))
    .map((option) => `“${option}” goes with ${moves(option) ? bridge : port}. Check that it is right there.`);
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\w.-])${name.replaceAll(".", "\\.")}(?![\\w.-])`, "g");
}
