import { isLoopback, plainAddress } from "../../host/network/ip-addresses";
import { type FoundRoute, routeTo } from "../../host/network/routes";
import { carriersOf, type InterfaceFacts } from "./interfaces";
import { waysOut } from "./ways-out";

/** What is known of a connection to another host. Each may be null, or none. */
export interface Connection {
  /** The interface by its name. */
  device: string | null;
  /** The host's own address. */
  local: string | null;
  /** The other host's addresses. */
  targets: readonly (string | null)[];
}

/** How a connection leaves the host. */
export interface NetworkPath {
  /** The network cards. */
  owners: readonly string[];
  interfaces: readonly string[];
  /** It is known to need no card: it stays inside of the host. */
  staysInside: boolean;
}

/** Follows connections to the network cards that carry them. */
export class NetworkPaths {
  readonly #routes: readonly FoundRoute[];
  readonly #all: readonly InterfaceFacts[];
  readonly #interfaces: ReadonlyMap<string, InterfaceFacts>;

  constructor(network: { interfaces: readonly InterfaceFacts[]; routes: readonly FoundRoute[] }) {
    this.#routes = network.routes;
    this.#all = network.interfaces;
    this.#interfaces = new Map(network.interfaces.map((facts) => [facts.name, facts]));
  }

  /** By the interface's name, else by the local address, else by the routes to the other host. */
  of({ device, local, targets }: Connection): NetworkPath {
    const found = this.#interfacesOf(device, plainAddress(local ?? ""), targets);
    const owners = found.flatMap((facts) => this.#carriersOf(facts)).flatMap((facts) => facts.owners);
    const known = targets.filter((target) => target !== null);
    const isLocal = known.length > 0 && known.every((target) => this.#isOwn(target));
    return {
      owners: [...new Set(owners)],
      interfaces: [...new Set(found.map(({ name }) => name))],
      // A guest of this host, behind a bridge without cards.
      staysInside: owners.length === 0 && (isLocal || (found.length > 0 && found.every(isInside))),
    };
  }

  #interfacesOf(
    device: string | null,
    local: string | null,
    targets: readonly (string | null)[],
  ): readonly InterfaceFacts[] {
    const named = this.#interfaces.get(device ?? "");
    if (named !== undefined) return [named];
    const addressed = this.#all.filter((facts) => facts.addresses.some((own) => own === local));
    if (addressed.length > 0) return addressed;
    return targets.flatMap((target) => {
      const route = target === null || this.#isOwn(target) ? null : routeTo(target, this.#routes);
      return route === null ? [] : (this.#interfaces.get(route.interface) ?? []);
    });
  }

  #carriersOf(facts: InterfaceFacts): readonly InterfaceFacts[] {
    const carriers = carriersOf(facts, this.#interfaces);
    return carriers.length > 0 || !facts.isTunnel
      ? carriers
      : waysOut(facts, this.#all, this.#routes).carriers;
  }

  #isOwn(address: string): boolean {
    const plain = plainAddress(address);
    return isLoopback(address) || this.#all.some((facts) => facts.addresses.some((own) => own === plain));
  }
}

function isInside(facts: InterfaceFacts): boolean {
  return facts.isVirtual && !facts.isTunnel;
}
