import * as z from "zod";
import { hopsOf, hopWords } from "../ssh/ssh-hops.schema";
import { sshRouteSchema } from "../ssh/ssh-route.schema";
import { defaultTlsPort, tlsRouteSchema } from "../tls/tls-route.schema";

/** How a host is reached. */
export const hostRouteSchema = z.discriminatedUnion("transport", [
  sshRouteSchema.safeExtend({ transport: z.literal("ssh") }),
  tlsRouteSchema.extend({ transport: z.literal("tls") }),
]);
export type HostRoute = z.infer<typeof hostRouteSchema>;
export type Transport = HostRoute["transport"];

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
