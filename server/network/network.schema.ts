import * as z from "zod";
import { unreadableSchema } from "../xml/unreadable.schema";

/**
 * How a network leads on (https://libvirt.org/formatnetwork.html#connectivity): libvirt's words, and "isolated" where
 * it leads nowhere. "bridge" is a bridge of the host, or macvtap where there is none but a network card.
 */
export const networkModes = [
  "isolated",
  "nat",
  "route",
  "open",
  "bridge",
  "private",
  "vepa",
  "passthrough",
  "hostdev",
] as const;

const addressingSchema = z.object({
  family: z.enum(["ipv4", "ipv6"]),
  /** The host's own in the network, which is the VMs' gateway. */
  address: z.string(),
  prefix: z.number(),
  /** What DHCP hands out; empty where it is off. */
  ranges: z.array(z.object({ start: z.string(), end: z.string() })),
  /** Addresses that DHCP keeps for one machine. */
  reservations: z.array(
    z.object({ mac: z.string().nullable(), name: z.string().nullable(), address: z.string() }),
  ),
});

/** A virtual network of a host, as libvirt has it. */
export const networkSummarySchema = z.object({
  uuid: z.guid(),
  name: z.string(),
  active: z.boolean(),
  autostart: z.boolean(),
  persistent: z.boolean(),
  mode: z.enum(networkModes),
  /** The bridge that VMs are put onto: libvirt's own, or the host's. null of macvtap, and before the first start. */
  bridge: z.string().nullable(),
  /** Network cards of the host that it goes out through; empty where any will do. */
  devices: z.array(z.string()),
  ips: z.array(addressingSchema),
  /** The names of its machines end in this. */
  domain: z.string().nullable(),
  /** The host answers the VMs' DNS queries. */
  dns: z.boolean(),
  /** What of the saved definition is not in force until the network is stopped and started, in words. */
  waiting: z.array(z.string()),
  /** Why nothing is known of it but name and state; null where it can be read. */
  unreadable: unreadableSchema.nullable(),
});

export type NetworkMode = (typeof networkModes)[number];
export type NetworkAddressing = z.infer<typeof addressingSchema>;
export type NetworkSummary = z.infer<typeof networkSummarySchema>;
