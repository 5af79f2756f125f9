import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";

export interface ServerUrlOptions {
  /** What the server listens on; null for everything. */
  host: string | null;
  port: number;
  secure: boolean;
}

/** Where browsers find a server, from other machines first. */
export function serverUrls({ host, port, secure }: ServerUrlOptions): [string, ...string[]] {
  const [first, ...others] = host === null || host === "0.0.0.0" || host === "::" ? reachable() : [host];
  const urlOf = (name: string) => {
    const url = new URL(`${secure ? "https" : "http"}://${isIPv6(name) ? `[${name}]` : name}`);
    url.port = String(port);
    return url.origin;
  };
  return [urlOf(first ?? "localhost"), ...others.map(urlOf)];
}

/** This machine's IPv4 addresses in its networks, then localhost. Bridges of containers and VMs are left out. */
function reachable(): string[] {
  const addresses = Object.entries(networkInterfaces())
    .filter(([name]) => !/^(docker|br-|virbr|vnet|veth|podman|cni|tap)/.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address);
  return [...addresses, "localhost"];
}
