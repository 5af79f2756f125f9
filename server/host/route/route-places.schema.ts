import { hopsOf, hopWords } from "../ssh/ssh-hops.schema";
import type { HostRoute } from "./host-route.schema";

/** libvirtd's, where nothing else is said (`tls_port` in libvirtd.conf). */
export const defaultTlsPort = 16_514;

/** Who shows a key on the way, in their order and in words: "root@atlas:2222", or "atlas:16514". */
export function placesOf(route: HostRoute): string[] {
  if (route.transport === "ssh") return hopsOf(route).map(hopWords);
  const { host, port } = route.target;
  return [`${host}:${port ?? defaultTlsPort}`];
}

/** Where a route leads to, in words. */
export function routeWords(route: HostRoute): string {
  return placesOf(route).at(-1) ?? "";
}
