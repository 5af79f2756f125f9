import ipaddr from "ipaddr.js";
import { writeYaml, type YamlValue } from "../../yaml/write-yaml.schema";
import { type CloudNetwork, type CloudNic, isConfigured } from "./cloud-network.schema";

type YamlRecord = Record<string, YamlValue>;

/**
 * The seed's network-config, version 2 (https://docs.cloud-init.io/en/latest/reference/network-config-format-v2.html); null
 * where the network is left to the image.
 *
 * Only netplan takes version 2 as it is. For NetworkManager, ifcfg files, systemd-networkd and ifupdown cloud-init
 * translates it, and much is lost on the way. So only what all five keep stands in it:
 * - the NIC is found by its MAC address, and called by `set-name` and key alike: older releases go by the key;
 * - gateways are `gateway4` and `gateway6`: for ifupdown, default routes become commands that Debian's images do not have;
 * - what is reached on the link is a route by 0.0.0.0 or ::, since ifcfg files can't do without a gateway, and
 *   `on-link` is dropped by all but netplan.
 * @throws Error where a configured NIC has no MAC address: the request's schema asks for it.
 */
export function networkConfig(network: CloudNetwork, macs: readonly (string | null)[]): string | null {
  if (network.kind === "image") return null;
  const named = network.nics.flatMap((nic, index): [string, YamlRecord][] => {
    if (!isConfigured(nic)) return [];
    const mac = macs[index] ?? null;
    if (mac === null) throw new Error(`NIC ${index + 1} is configured by cloud-init and has no MAC address`);
    return [[`eth${index}`, { match: { macaddress: mac }, "set-name": `eth${index}`, ...addressing(nic) }]];
  });
  return writeYaml({ version: 2, ethernets: Object.fromEntries(named) });
}

function addressing(nic: CloudNic): YamlRecord {
  const { ipv4, ipv6 } = nic;
  const fixed = [ipv4, ipv6].flatMap((family) =>
    family.kind === "static" ? [{ addresses: family.addresses, routes: routesToGateway(family) }] : [],
  );
  // NetworkManager's renderer gives all routes to the family of the first address.
  const routedFirst = fixed.toSorted((left, right) => right.routes.length - left.routes.length);
  const addresses = routedFirst.flatMap((family) => family.addresses);
  const routes = routedFirst.flatMap((family) => family.routes);
  return {
    dhcp4: ipv4.kind === "dhcp",
    dhcp6: ipv6.kind === "dhcp",
    ...(addresses.length > 0 ? { addresses } : {}),
    ...(ipv4.kind === "static" && ipv4.gateway !== null ? { gateway4: ipv4.gateway } : {}),
    ...(ipv6.kind === "static" && ipv6.gateway !== null ? { gateway6: ipv6.gateway } : {}),
    ...(routes.length > 0 ? { routes } : {}),
    ...names(nic),
  };
}

/** The way to a gateway that is in none of the NIC's prefixes; link-local ones need none. */
function routesToGateway({
  addresses,
  gateway,
}: {
  addresses: string[];
  gateway: string | null;
}): YamlRecord[] {
  if (gateway === null) return [];
  const address = ipaddr.parse(gateway);
  const within = addresses.some((prefixed) => address.match(ipaddr.parseCIDR(prefixed)));
  if (within || address.range() === "linkLocal") return [];
  return [
    address.kind() === "ipv4"
      ? { to: `${gateway}/32`, via: "0.0.0.0", scope: "link" }
      : { to: `${gateway}/128`, via: "::", scope: "link" },
  ];
}

function names({ nameServers, searchDomains }: CloudNic): YamlRecord {
  if (nameServers.length === 0 && searchDomains.length === 0) return {};
  return {
    nameservers: {
      ...(nameServers.length > 0 ? { addresses: nameServers } : {}),
      ...(searchDomains.length > 0 ? { search: searchDomains } : {}),
    },
  };
}
