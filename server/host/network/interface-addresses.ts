import { plainText } from "../plain-text";
import { ipv6FromHex, isLoopback, plainAddress } from "./ip-addresses";
import { type FoundRoute, isDefault, routeTo } from "./routes";

/** The host's own addresses by interface, from /proc/net/fib_trie, /proc/net/if_inet6 and the routes. */
export function addressesByInterface(
  forwardingTrie: string,
  ipv6Table: string,
  routes: readonly FoundRoute[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (name: string, address: string) => found.set(name, [...(found.get(name) ?? []), address]);
  for (const address of localIpv4Addresses(forwardingTrie)) {
    const name = interfaceOf(address, routes);
    if (name !== null) add(name, address);
  }
  for (const { name, address } of ipv6Addresses(ipv6Table)) add(name, address);
  return found;
}

/** Leaves of the trie are "|-- ADDRESS", followed by what they are; "/32 host LOCAL" is an address of the host's own. */
function localIpv4Addresses(forwardingTrie: string): string[] {
  const found = new Set<string>();
  let leaf: string | null = null;
  for (const line of forwardingTrie.split("\n")) {
    const words = line.trim().split(/\s+/);
    if (words[0] === "|--") leaf = plainAddress(words[1] ?? "");
    else if (leaf !== null && words.join(" ") === "/32 host LOCAL" && !isLoopback(leaf)) found.add(leaf);
  }
  return [...found];
}

/**
 * The trie does not name interfaces. An address is on the interface that its network is directly at, or, where it is
 * alone in its network as hosting companies have it, on the one of the default route.
 */
function interfaceOf(address: string, routes: readonly FoundRoute[]): string | null {
  const direct = routeTo(
    address,
    routes.filter((route) => route.isDirect),
  );
  return (direct ?? routes.find(isDefault))?.interface ?? null;
}

/** Address, index, prefix length, scope, flags, name. */
function ipv6Addresses(table: string): { name: string; address: string }[] {
  return table.split("\n").flatMap((line) => {
    const [hex = "", , , , , name] = line.trim().split(/\s+/);
    const address = ipv6FromHex(hex);
    return address === null || !name || isLoopback(address) ? [] : [{ name: plainText(name), address }];
  });
}
