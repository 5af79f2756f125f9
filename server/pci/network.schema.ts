import * as z from "zod";
import { routeSchema } from "../host/network/route.schema";

export const networkInterfaceSchema = z.object({
  /** "enp4s0" */
  name: z.string(),
  /** Addresses that the host itself has on it, without prefix lengths. */
  addresses: z.array(z.string()),
  /** The default route of either address family goes out through it. */
  defaultRoute: z.boolean(),
  /** PCI devices that carry it, through bridges, bonds, VLANs and macvtap. */
  devices: z.array(z.string()),
  /** The interfaces right below it: a bridge's ports, a bond's links, what a VLAN rides on. */
  lowers: z.array(z.string()),
});

/** The host's network as far as PCI devices carry it; what is virtual all the way down is left out. */
export const hostNetworkSchema = z.object({
  interfaces: z.array(networkInterfaceSchema),
  routes: z.array(routeSchema),
});

export type NetworkInterface = z.infer<typeof networkInterfaceSchema>;
export type HostNetwork = z.infer<typeof hostNetworkSchema>;
