import { type FoundRoute, isDefault } from "../../host/network/routes";
import type { HostNetwork } from "../network.schema";
import { carriersOf, type InterfaceFacts } from "./interfaces";
import { waysOut } from "./ways-out";

/**
 * The interfaces that PCI devices carry, and the routes through them. What is virtual all the way down is left out:
 * reserving a device takes nothing from it. Only where the host's default route goes out at such an interface, it is
 * there with every device that may carry it.
 */
export function networkOf(interfaces: readonly InterfaceFacts[], routes: readonly FoundRoute[]): HostNetwork {
  const byName = new Map(interfaces.map((facts) => [facts.name, facts]));
  const defaults = new Set(routes.filter(isDefault).map((route) => route.interface));
  const carriers = new Map(
    interfaces.map((facts) => {
      const found = carriersOf(facts, byName);
      const isGuessed = found.length === 0 && defaults.has(facts.name);
      return [facts.name, isGuessed ? waysOut(facts, interfaces, routes).carriers : found];
    }),
  );
  const isCarried = (name: string) => (carriers.get(name)?.length ?? 0) > 0;
  return {
    interfaces: interfaces
      .filter(({ name }) => isCarried(name))
      .map(({ name, addresses, lowers }) => ({
        name,
        addresses: [...addresses],
        defaultRoute: defaults.has(name),
        devices: [...new Set(carriers.get(name)?.flatMap(({ owners }) => owners))].sort(),
        lowers: lowers.filter(isCarried),
      })),
    routes: routes
      .filter((route) => isCarried(route.interface))
      .map(({ destination, interface: name, metric }) => ({ destination, interface: name, metric })),
  };
}
