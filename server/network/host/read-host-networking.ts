import type { CallerAddresses } from "../../host/caller-addresses";
import type { HostTree } from "../../host/host-tree";
import { addressesByInterface } from "../../host/network/interface-addresses";
import { isLinkLocal, isLoopback, plainAddress } from "../../host/network/ip-addresses";
import { type FoundRoute, isDefault, routesOf, routeTo } from "../../host/network/routes";
import { findManager } from "./find-manager";
import { givenIpv6, routesByGateway } from "./given-addresses";
import type { HostLink, HostNetworking } from "./host-network.schema";
import { readInterfaces } from "./read-interfaces";
import { type LinkFacts, readLinks } from "./read-links";
import { readNetplan } from "./read-netplan";

/** The host's own, and where it names only a server of its own, what that one asks. */
const resolvFiles = ["etc/resolv.conf", "run/systemd/resolve/resolv.conf", "run/NetworkManager/resolv.conf"];

/** libvirt writes rules for nftables from 10.4 on, where nothing else is set; in libvirt's way of counting. */
const nftablesSince = [10, 4] as const;

/**
 * The host's own network, told for who asks.
 * @param management The connection by which the host is managed; null where none leads to it.
 * @param libvirtVersion "10.4.0"; null where it is not known.
 */
export async function readHostNetworking(
  tree: HostTree,
  management: CallerAddresses | null,
  libvirtVersion: string | null,
): Promise<HostNetworking> {
  const links = await readLinks(tree);
  const wired = links.filter(({ kind }) => kind !== "wireless").map(({ name }) => name);
  const [interfaces, netplan, files] = await Promise.all([
    readInterfaces(tree, wired),
    readNetplan(tree, links),
    tree.readMany({
      texts: [
        "proc/net/route",
        "proc/net/ipv6_route",
        "proc/net/fib_trie",
        "proc/net/if_inet6",
        ...resolvFiles,
        "etc/libvirt/network.conf",
      ],
      presence: ["run/systemd/system"],
      skipForbidden: true,
    }),
  ]);
  const text = (path: string) => files.text(path) ?? "";
  const routes = routesOf(text("proc/net/route"), text("proc/net/ipv6_route"));
  const addresses = addressesByInterface(text("proc/net/fib_trie"), text("proc/net/if_inet6"), routes);
  const given = givenIpv6(text("proc/net/if_inet6"));
  const gatewayRoutes = routesByGateway(text("proc/net/route"), text("proc/net/ipv6_route"));
  const yours = interfacesToward(management, addresses, routes, links);
  return {
    ...(await findManager(tree, interfaces)),
    netplan,
    interfaces,
    systemd: files.has("run/systemd/system"),
    links: links.map((link): HostLink => {
      const own = (addresses.get(link.name) ?? []).filter((address) => !isLinkLocal(address));
      const cidrs = own.flatMap((address) =>
        address.includes(":")
          ? (given.get(`${link.name} ${address}`) ?? [])
          : ipv4Cidr(address, link.name, routes),
      );
      return {
        ...link,
        addresses: own,
        cidrs,
        automaticIpv6: own.length > cidrs.length,
        routes: gatewayRoutes
          .filter((route) => route.interface === link.name)
          .map(({ to, via }) => ({ to, via })),
        defaultRoute: routes.some((route) => isDefault(route) && route.interface === link.name),
        carriesYou: yours.has(link.name),
      };
    }),
    firewall: firewallOf(text("etc/libvirt/network.conf"), libvirtVersion),
    networks: routes
      .filter((route) => !isDefault(route) && !isLinkLocal(route.destination))
      .map(({ destination, interface: name }) => ({ destination, interface: name })),
    searchDomains: searchDomainsOf(text("etc/resolv.conf")),
    nameServers: resolvFiles.map((path) => nameServersOf(text(path))).find((found) => found.length > 0) ?? [],
  };
}

function ipv4Cidr(address: string, name: string, routes: readonly FoundRoute[]): string {
  const direct = routes.filter((route) => route.isDirect && route.interface === name && !isDefault(route));
  const length = routeTo(address, direct)?.destination.split("/")[1] ?? "32";
  return `${address}/${length}`;
}

/** The interface that somebody's connection comes in by, the one that answers go out at, and all below them. */
function interfacesToward(
  management: CallerAddresses | null,
  addresses: ReadonlyMap<string, readonly string[]>,
  routes: readonly FoundRoute[],
  links: readonly LinkFacts[],
): Set<string> {
  const [local, remote] = [
    plainAddress(management?.localAddress ?? ""),
    plainAddress(management?.remoteAddress ?? ""),
  ];
  if (local === null || remote === null || isLoopback(remote)) return new Set();
  const outgoing = routeTo(remote, routes)?.interface;
  const found = new Set(
    links.map(({ name }) => name).filter((name) => name === outgoing || addresses.get(name)?.includes(local)),
  );
  // A set goes on over what is added meanwhile.
  for (const name of found) {
    for (const lower of links.find((link) => link.name === name)?.lowers ?? []) found.add(lower);
  }
  return found;
}

function firewallOf(networkConf: string, version: string | null): HostNetworking["firewall"] {
  const set = /^\s*firewall_backend\s*=\s*"(iptables|nftables)"/m.exec(networkConf)?.[1];
  if (set === "iptables" || set === "nftables") return set;
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  const [sinceMajor, sinceMinor] = nftablesSince;
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor) ? "nftables" : "iptables";
}

function searchDomainsOf(resolvConf: string): string[] {
  const words = /^search\s+(.*)$/m.exec(resolvConf)?.[1]?.split(/\s+/) ?? [];
  return words.filter((word) => /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(word));
}

/** Servers that are the host's own (systemd-resolved's 127.0.0.53) lead nowhere from a configuration. */
function nameServersOf(resolvConf: string): string[] {
  return resolvConf.split("\n").flatMap((line) => {
    const address = plainAddress(/^nameserver\s+(\S+)/.exec(line.trim())?.[1] ?? "");
    return address === null || isLoopback(address) ? [] : [address];
  });
}
