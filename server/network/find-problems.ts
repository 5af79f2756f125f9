import type { NetworkSummary } from "./network.schema";
import type { CreateNetworkRequest } from "./network-request.schema";
import { overlap, parseSubnet } from "./subnet.schema";

/** What a new network may clash with on its host. */
export interface NetworkSurroundings {
  networks: readonly Pick<NetworkSummary, "name" | "bridge" | "ips">[];
  /** Networks that the host is connected to: "192.168.1.0/24" with the interface that leads there. */
  hostNetworks: readonly { destination: string; interface: string }[];
  /** Network devices of the host by name; null where its files can't be read. */
  links: readonly { name: string; bridge: boolean }[] | null;
}

/** Why this network can't be made, a sentence for each reason. */
export function findProblems(request: CreateNetworkRequest, surroundings: NetworkSurroundings): string[] {
  return [
    ...nameProblems(request, surroundings),
    ...linkProblems(request, surroundings),
    ...addressProblems(request, surroundings),
  ];
}

/** What a person should know before making it, a sentence for each. */
export function findWarnings(request: CreateNetworkRequest): string[] {
  switch (request.mode) {
    case "nat":
      return [forwarding];
    case "route":
      return [forwarding, ...wayBack(request)];
    case "isolated":
      return request.ipv4 === null && request.ipv6 === null
        ? ["Without an address, neither the host nor DHCP is in this network: VMs need fixed addresses."]
        : [];
    case "bridge":
      return [
        `The VMs get their addresses from whatever hands them out in the LAN behind ${request.bridge}.`,
      ];
    case "macvtap":
      return [
        "VMs on it can't reach this host, nor the host them: the network card sends their packets out only. Leases are the LAN's.",
      ];
  }
}

const forwarding =
  "libvirt lets the host forward packets (net.ipv4.ip_forward) and adds firewall rules of its own.";

function wayBack(request: Extract<CreateNetworkRequest, { mode: "route" }>): string[] {
  const subnets = [request.ipv4, request.ipv6].flatMap((ip) => (ip ? `${ip.address}/${ip.prefix}` : []));
  return [
    `Others find the VMs only where the LAN's router has a route to ${subnets.join(" and ")} by way of this host.`,
  ];
}

function nameProblems({ name }: CreateNetworkRequest, { networks }: NetworkSurroundings): string[] {
  return networks.some((network) => network.name === name)
    ? [`There is a network called ${name} already.`]
    : [];
}

function linkProblems(request: CreateNetworkRequest, { links, networks }: NetworkSurroundings): string[] {
  if (request.mode === "isolated" || links === null) return [];
  const wanted = request.mode === "bridge" ? request.bridge : request.device;
  if (wanted === null) return [];
  const link = links.find(({ name }) => name === wanted);
  if (link === undefined) return [`This host has no network device called ${wanted}.`];
  if (request.mode !== "bridge") return [];
  if (!link.bridge) return [`${wanted} is no bridge.`];
  const owner = networks.find(({ bridge, ips }) => bridge === wanted && ips.length > 0);
  return owner === undefined
    ? []
    : [`${wanted} is the bridge that libvirt made for the network ${owner.name}: use that network.`];
}

function addressProblems(
  request: CreateNetworkRequest,
  { networks, hostNetworks }: NetworkSurroundings,
): string[] {
  if (request.mode === "bridge" || request.mode === "macvtap") return [];
  // A bridge of the host's own, which a network uses as it is, has addresses of the LAN.
  const ownBridges = new Set(networks.filter(({ ips }) => ips.length > 0).map(({ bridge }) => bridge));
  const taken = [
    ...networks.flatMap(({ name, ips }) =>
      ips.map(({ address, prefix }) => ({ text: `${address}/${prefix}`, by: `the network ${name}` })),
    ),
    ...hostNetworks
      .filter(({ interface: name }) => !ownBridges.has(name))
      .map(({ destination, interface: name }) => ({ text: destination, by: `this host's ${name}` })),
  ];
  return [request.ipv4, request.ipv6].flatMap((ip) => {
    if (ip === null) return [];
    const wanted = `${ip.address}/${ip.prefix}`;
    const clash = taken.find(({ text }) => overlapping(text, wanted));
    return clash === undefined
      ? []
      : [`${wanted} has addresses in common with ${clash.by} (${clash.text}). Take another range.`];
  });
}

function overlapping(one: string, other: string): boolean {
  const [first, second] = [parseSubnet(one), parseSubnet(other)];
  return first !== null && second !== null && overlap(first, second);
}
