import { type FoundRoute, isDefault } from "../../host/network/routes";
import type { HostNetwork } from "../network.schema";

/** An interface as sysfs tells it. */
export interface InterfaceFacts {
  name: string;
  /** PCI devices that it hangs on by itself. */
  owners: readonly string[];
  /** Interfaces right below it. */
  lowers: readonly string[];
  kind: "bridge" | "bond" | "other";
  addresses: readonly string[];
}

/**
 * The interfaces that PCI devices carry, and the routes through them. What is virtual all the way down is left out:
 * reserving a device takes nothing from it.
 */
export function networkOf(interfaces: readonly InterfaceFacts[], routes: readonly FoundRoute[]): HostNetwork {
  const byName = new Map(interfaces.map((facts) => [facts.name, facts]));
  const carriers = new Map(interfaces.map((facts) => [facts.name, carriersOf(facts, byName)]));
  const isCarried = (name: string) => (carriers.get(name)?.length ?? 0) > 0;
  const defaults = new Set(routes.filter(isDefault).map((route) => route.interface));
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

/** The interface itself and those below it that hang on PCI devices. Circles end where they began. */
export function carriersOf(
  top: InterfaceFacts,
  byName: ReadonlyMap<string, InterfaceFacts>,
): InterfaceFacts[] {
  const seen = new Set([top]);
  for (const facts of seen) {
    for (const name of facts.lowers) {
      const lower = byName.get(name);
      if (lower !== undefined) seen.add(lower);
    }
  }
  return [...seen].filter(({ owners }) => owners.length > 0);
}
