import * as z from "zod";
import { sshRouteSchema } from "../ssh/ssh-route.schema";
import { tlsRouteSchema } from "../tls/tls-route.schema";

/** How a host is reached. */
export const hostRouteSchema = z.discriminatedUnion("transport", [
  sshRouteSchema.safeExtend({ transport: z.literal("ssh") }),
  tlsRouteSchema.extend({ transport: z.literal("tls") }),
]);
export type HostRoute = z.infer<typeof hostRouteSchema>;
export type Transport = HostRoute["transport"];
