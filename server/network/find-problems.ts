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
    ...("ipv4" in request ? addressProblems(addressesOf(request), surroundings, request.name) : []),
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
        ? ["Without an address, this network has no host and no DHCP: VMs need static addresses."]
        : [];
    case "bridge":
      return [`VMs get their addresses from the LAN behind ${request.bridge}.`];
    case "macvtap":
      return ["VMs on it and this host can't reach each other. VMs get their addresses from the LAN."];
  }
}

const forwarding =
  "libvirt enables packet forwarding on the host (net.ipv4.ip_forward) and adds firewall rules.";

function wayBack(request: Extract<CreateNetworkRequest, { mode: "route" }>): string[] {
  const subnets = addressesOf(request);
  return [
    `Other machines reach the VMs only if the LAN's router has a route to ${subnets.join(" and ")} via this host.`,
  ];
}

function nameProblems({ name }: CreateNetworkRequest, { networks }: NetworkSurroundings): string[] {
  return networks.some((network) => network.name === name)
    ? [`There is already a network called ${name}.`]
    : [];
}

function linkProblems(request: CreateNetworkRequest, { links, networks }: NetworkSurroundings): string[] {
  if (request.mode === "isolated" || links === null) return [];
  const wanted = request.mode === "bridge" ? request.bridge : request.device;
  if (wanted === null) return [];
  const link = links.find(({ name }) => name === wanted);
  if (link === undefined) return [`This host has no network device called ${wanted}.`];
  if (request.mode !== "bridge") return [];
  if (!link.bridge) return [`${wanted} is not a bridge.`];
  const owner = ownerOf(wanted, networks);
  return owner === undefined
    ? []
    : [`${wanted} is the bridge of the libvirt network ${owner.name}. Use that network.`];
}

/** The network that libvirt made a bridge for. */
export function ownerOf<Network extends Pick<NetworkSummary, "bridge" | "ips">>(
  bridge: string,
  networks: readonly Network[],
): Network | undefined {
  return networks.find((network) => network.bridge === bridge && network.ips.length > 0);
}

/**
 * Why a network can't have these addresses, "192.168.100.1/24".
 * @param own The name of the network that they are for, whose addresses of now are none that clash.
 */
export function addressProblems(
  wanted: readonly string[],
  { networks, hostNetworks }: NetworkSurroundings,
  own: string,
): string[] {
  // A bridge of the host's own, which a network uses as it is, has addresses of the LAN.
  const ownBridges = new Set(networks.filter(({ ips }) => ips.length > 0).map(({ bridge }) => bridge));
  const taken = [
    ...networks
      .filter(({ name }) => name !== own)
      .flatMap(({ name, ips }) =>
        ips.map(({ address, prefix }) => ({ text: `${address}/${prefix}`, by: `the network ${name}` })),
      ),
    ...hostNetworks
      .filter(({ interface: name }) => !ownBridges.has(name))
      .map(({ destination, interface: name }) => ({ text: destination, by: `this host's ${name}` })),
  ];
  return wanted.flatMap((address) => {
    const clash = taken.find(({ text }) => overlapping(text, address));
    return clash === undefined
      ? []
      : [`${address} overlaps with ${clash.by} (${clash.text}). Choose another range.`];
  });
}

/** An address with its prefix, of each family that there is one of. */
export function addressesOf(
  network: Readonly<Record<"ipv4" | "ipv6", { address: string; prefix: number } | null>>,
): string[] {
  return [network.ipv4, network.ipv6].flatMap((ip) => (ip === null ? [] : [`${ip.address}/${ip.prefix}`]));
}

function overlapping(one: string, other: string): boolean {
  const [first, second] = [parseSubnet(one), parseSubnet(other)];
  return first !== null && second !== null && overlap(first, second);
}
