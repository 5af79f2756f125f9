import type { CallerAddresses } from "../host/caller-addresses";
import { isLoopback, plainAddress } from "../host/network/ip-addresses";
import { routeTo } from "../host/network/routes";
import type { HostNetwork, NetworkInterface } from "./network.schema";

/**
 * The network cards that carry somebody's connection to this host: those of the interface that has the local address,
 * and those that the answers go out at. Where these are virtual (a tunnel), the cards of the default route, which
 * carries the tunnel, or all that may carry it; without a default route, every card of the network. None for a
 * connection that never leaves the host.
 */
export function managementDevices(network: HostNetwork, caller: CallerAddresses | null): string[] {
  const local = plainAddress(caller?.localAddress ?? "");
  const remote = plainAddress(caller?.remoteAddress ?? "");
  if (local === null || remote === null || local === remote || isOfHostItself(remote, network)) return [];
  const outgoing = routeTo(remote, network.routes)?.interface;
  const interfaces = network.interfaces.filter(
    ({ name, addresses }) => addresses.includes(local) || name === outgoing,
  );
  const byDefault = network.interfaces.filter(({ defaultRoute }) => defaultRoute);
  const known = [interfaces, byDefault].map(devicesOf).find((devices) => devices.length > 0);
  return known ?? devicesOf(network.interfaces);
}

function isOfHostItself(address: string, network: HostNetwork): boolean {
  return isLoopback(address) || network.interfaces.some(({ addresses }) => addresses.includes(address));
}

function devicesOf(interfaces: readonly NetworkInterface[]): string[] {
  return [...new Set(interfaces.flatMap(({ devices }) => devices))].sort();
}
