import { plainText } from "../plain-text";
import { ipv4FromHex, ipv6FromHex, isLoopback, isWithin } from "./ip-addresses";
import type { Route } from "./route.schema";

/** A host that routes for a whole network may have a million; the wider ones come first and are kept. */
const mostRoutes = 1000;

/** Flags of a route, include/uapi/linux/route.h and ipv6_route.h. */
const isUp = 0x1;
const isRejected = 0x200;
const isToItself = 0x80000000;
const isAnycast = 0x00100000;

/** A route, and whether its destination is at the interface itself, without a gateway between. */
export interface FoundRoute extends Route {
  isDirect: boolean;
}

/** Routes of both families from /proc/net/route and /proc/net/ipv6_route, the widest first. */
export function routesOf(ipv4: string, ipv6: string): FoundRoute[] {
  const found = [...ipv4.split("\n").flatMap(ipv4Route), ...ipv6.split("\n").flatMap(ipv6Route)];
  return found
    .sort((left, right) => prefixLength(left) - prefixLength(right) || left.metric - right.metric)
    .slice(0, mostRoutes);
}

/**
 * Routing tables beside the main one that have a default route, by number: those of `ip rule` and of VRFs. /proc/net/route
 * leaves them out; /proc/net/fib_trie has them ("Id 100:"), without the interface (net/ipv4/fib_trie.c).
 */
export function tablesWithDefault(forwardingTrie: string): string[] {
  const parts = forwardingTrie.split(/^(?=\S)/m);
  return parts.flatMap((part) => {
    const id = /^Id (\d+):/.exec(part)?.[1];
    return id !== undefined && /\|-- 0\.0\.0\.0\n\s+\/0 universe UNICAST/.test(part) ? [id] : [];
  });
}

/** "0.0.0.0/0" and "::/0" */
export function isDefault(route: Route): boolean {
  return route.destination.endsWith("/0");
}

/** Of the routes to an address the one that is taken: the narrowest, then the one of the lowest metric. */
export function routeTo<Found extends Route>(address: string, routes: readonly Found[]): Found | null {
  const fitting = routes.filter((route) => isWithin(address, route.destination));
  return fitting.reduce<Found | null>((best, route) => {
    if (best === null) return route;
    const difference = prefixLength(route) - prefixLength(best) || best.metric - route.metric;
    return difference > 0 ? route : best;
  }, null);
}

/** Iface Destination Gateway Flags RefCnt Use Metric Mask … */
function ipv4Route(line: string): FoundRoute[] {
  const [name, destination = "", gateway = "", flags = "", , , metric = "", mask = ""] = line
    .trim()
    .split(/\s+/);
  const base = ipv4FromHex(destination);
  const length = lengthOf(ipv4FromHex(mask));
  if (!name || base === null || length === null || !isTaken(flags)) return [];
  return [route(name, `${base}/${length}`, Number(metric), /^0+$/.test(gateway))];
}

/** Destination, its length, source, its length, next hop, metric, references, use, flags, interface; in hexadecimal. */
function ipv6Route(line: string): FoundRoute[] {
  const [destination = "", length = "", , , gateway = "", metric = "", , , flags = "", name] = line
    .trim()
    .split(/\s+/);
  const base = ipv6FromHex(destination);
  const bits = Number.parseInt(length, 16);
  const isOwn = (Number.parseInt(flags, 16) & (isToItself | isAnycast)) !== 0;
  if (!name || name === "lo" || base === null || !(bits >= 0 && bits <= 128) || !isTaken(flags) || isOwn)
    return [];
  if (base.startsWith("ff") || isLoopback(base)) return [];
  return [route(name, `${base}/${bits}`, Number.parseInt(metric, 16), /^0+$/.test(gateway))];
}

function route(name: string, destination: string, metric: number, isDirect: boolean): FoundRoute {
  return {
    destination,
    interface: plainText(name),
    metric: Number.isSafeInteger(metric) ? metric : 0,
    isDirect,
  };
}

function isTaken(flags: string): boolean {
  const bits = Number.parseInt(flags, 16);
  return (bits & isUp) !== 0 && (bits & isRejected) === 0;
}

/** 24 of "255.255.255.0"; null of what is no mask. */
function lengthOf(mask: string | null): number | null {
  if (mask === null) return null;
  const bits = mask
    .split(".")
    .map((byte) => Number(byte).toString(2).padStart(8, "0"))
    .join("");
  return /^1*0*$/.test(bits) ? bits.lastIndexOf("1") + 1 : null;
}

function prefixLength(route: Route): number {
  return Number(route.destination.slice(route.destination.indexOf("/") + 1));
}
